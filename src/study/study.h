/* study.h: the document, everything a team learned about one service.
 *
 * The structs are for reading. Names and meaning follow docs/format.md; "absent" is NULL for text and
 * items, NAN for numbers and 0 for choices.
 */
#pragma once

#include "item.h"

G_BEGIN_DECLS

/**
 * TlPeriod:
 *
 * What a study counts by: all frequencies and all hours are per period. tl_period_days() tells how long.
 */
typedef enum
{
  TL_PERIOD_WEEK, /* what is meant where a study does not say */
  TL_PERIOD_DAY,
  TL_PERIOD_MONTH,
  TL_PERIOD_YEAR,
} TlPeriod;

typedef struct _TlStudy TlStudy;

/**
 * TlStudy:
 * @title: of the study, what it is about
 * @period: what all frequencies and hours are per
 * @statement: the purpose, in the customer's words
 * @listened_from: first day (ISO date) on which contacts were listened to; absent: the first contact's
 * @listened_to: last day (ISO date), inclusive
 * @matters: (element-type TlMatter)
 * @roles: (element-type TlRole)
 * @demands: (element-type TlDemand)
 * @contacts: (element-type TlContact)
 * @flows: (element-type TlFlow)
 * @measures: (element-type TlMeasure)
 * @conditions: (element-type TlCondition)
 */
struct _TlStudy
{
  TlItem item;
  char *title;
  char *organisation;
  char *language;
  char *notes;
  char *statement;
  char *listened_from;
  char *listened_to;
  char *spent_ids; /* written as "spent-ids": see tl_study_new_id() */
  TlPeriod period;
  GPtrArray *matters;
  GPtrArray *roles;
  GPtrArray *demands;
  GPtrArray *contacts;
  GPtrArray *flows;
  GPtrArray *measures;
  GPtrArray *conditions;
  /*< private >*/
  GHashTable *by_id;
  gpointer log;     /* TlLogCounts, once somebody has asked for it */
  gpointer changes; /* TlLogChanges, while they are recorded */
  guint64 last_id[TL_N_ITEM_KINDS];
};

extern const TlItemType tl_study_type;

TlStudy *tl_study_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlStudy *tl_study_ref (TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;
void tl_study_unref (TlStudy *study);
gpointer tl_study_find (const TlStudy *study, const char *id);
TlStudy *tl_study_of (gconstpointer item);
char *tl_study_new_id (TlStudy *study, TlItemKind kind) G_GNUC_WARN_UNUSED_RESULT;
double tl_period_days (TlPeriod period);
const TlChoice *tl_period_choices (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlStudy, tl_study_unref)

G_END_DECLS
