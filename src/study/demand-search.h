/* demand-search.h: a demand type found by some letters of its name. */
#pragma once

#include "demand.h"
#include "study.h"

G_BEGIN_DECLS

/**
 * TlDemandMatch:
 * @demand: the type
 * @closeness: 3 the same name, 2 it begins so, 1 it has it somewhere
 * @contacts: that belong to it; 0 where they were not counted
 */
typedef struct
{
  TlDemand *demand;
  int closeness;
  guint contacts;
} TlDemandMatch;

GArray *tl_demands_find (const TlStudy *study, const char *typed, gboolean often_first) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_demands_have (const GArray *matches);

G_END_DECLS
