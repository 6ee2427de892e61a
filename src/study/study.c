#include "study.h"

#include "item-build.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlChoice period_words[] = {
  { TL_PERIOD_WEEK, "week", N_ ("Week") },
  { TL_PERIOD_DAY, "day", N_ ("Day") },
  { TL_PERIOD_MONTH, "month", N_ ("Month") },
  { TL_PERIOD_YEAR, "year", N_ ("Year") },
  { 0 },
};

static const TlField study_fields[] = {
  TL_TEXT (TlStudy, title, "title", TL_FIELD_PLAIN),
  TL_TEXT (TlStudy, organisation, "organisation", TL_FIELD_PLAIN),
  TL_CHOICE (TlStudy, period, "period", TL_FIELD_ALWAYS, period_words),
  TL_TEXT (TlStudy, language, "language", TL_FIELD_PLAIN),
  TL_TEXT (TlStudy, listened_from, "listened-from", TL_FIELD_PLAIN),
  TL_TEXT (TlStudy, listened_to, "listened-to", TL_FIELD_PLAIN),
  TL_TEXT (TlStudy, spent_ids, "spent-ids", TL_FIELD_PLAIN),
  TL_TEXT (TlStudy, notes, "notes", TL_FIELD_CHILD),
  { .name = "statement",
    .type = TL_FIELD_TEXT,
    .flags = TL_FIELD_CHILD,
    .offset = G_STRUCT_OFFSET (TlStudy, statement),
    .within = "purpose" },
  { .name = NULL },
};

static const TlItemList study_lists[] = {
  { TL_ITEM_MATTER, G_STRUCT_OFFSET (TlStudy, matters), "purpose" },
  { TL_ITEM_ROLE, G_STRUCT_OFFSET (TlStudy, roles), "roles" },
  { TL_ITEM_DEMAND, G_STRUCT_OFFSET (TlStudy, demands), "demands" },
  { TL_ITEM_CONTACT, G_STRUCT_OFFSET (TlStudy, contacts), "contacts" },
  { TL_ITEM_FLOW, G_STRUCT_OFFSET (TlStudy, flows), NULL },
  { TL_ITEM_MEASURE, G_STRUCT_OFFSET (TlStudy, measures), "measures" },
  { TL_ITEM_CONDITION, G_STRUCT_OFFSET (TlStudy, conditions), "conditions" },
  { .offset = 0 },
};

const TlItemType tl_study_type = {
  .kind = TL_ITEM_STUDY,
  .element = "study",
  .id_prefix = 0,
  .size = sizeof (TlStudy),
  .fields = study_fields,
  .lists = study_lists,
  .label = N_ ("study"),
};

/**
 * tl_study_new:
 *
 * Returns: (transfer full): an empty study, without a flow
 */
TlStudy *
tl_study_new (void)
{
  return tl_item_new (TL_ITEM_STUDY);
}

/**
 * tl_study_ref:
 * @study: a study
 *
 * Returns: (transfer full): @study
 */
TlStudy *
tl_study_ref (TlStudy *study)
{
  return (TlStudy *) tl_item_ref (study);
}

/**
 * tl_study_unref:
 * @study: (transfer full): a study
 */
void
tl_study_unref (TlStudy *study)
{
  tl_item_unref (study);
}

/**
 * tl_study_find:
 * @study: a study
 * @id: an id, as "s12"
 *
 * Returns: (transfer none) (nullable): the item with that id; takes constant time
 */
gpointer
tl_study_find (const TlStudy *study, const char *id)
{
  /* The table's keys are items. */
  const TlItem wanted = { .id = (char *) id };

  return g_hash_table_lookup (study->by_id, &wanted);
}

/**
 * tl_study_of:
 * @item: any item
 *
 * Returns: (transfer none) (nullable): the study that it is part of
 */
TlStudy *
tl_study_of (gconstpointer item)
{
  const TlItem *self = item;

  while (self && self->kind != TL_ITEM_STUDY)
    self = self->parent;
  return (TlStudy *) self;
}

/* The highest number of that kind among "s12 c9". */
static guint64
spent_number (const char *spent_ids, TlItemKind kind)
{
  g_auto (GStrv) ids = g_strsplit (spent_ids ? spent_ids : "", " ", -1);
  guint64 highest = 0;

  for (guint i = 0; ids[i]; i++)
    {
      TlItemKind of;
      guint64 number;

      if (tl_id_parse (ids[i], &of, &number) && of == kind)
        highest = MAX (highest, number);
    }
  return highest;
}

/**
 * tl_study_new_id:
 * @study: a study
 * @kind: a kind whose items have ids
 *
 * Makes an id that was never used in this study: higher than any that is there, that was given in
 * this session, and that was deleted in an earlier one. For the last of these a study keeps the
 * highest deleted number of each kind in its file ("spent-ids"), so that a copy which still has the
 * deleted item can be told from one with a new item.
 *
 * Returns: (transfer full): the id
 */
char *
tl_study_new_id (TlStudy *study, TlItemKind kind)
{
  char prefix = tl_item_type (kind)->id_prefix;
  guint64 number = MAX (study->last_id[kind], spent_number (study->spent_ids, kind));
  char *id = NULL;

  g_return_val_if_fail (prefix, NULL);
  do
    {
      g_free (id);
      id = g_strdup_printf ("%c%" G_GUINT64_FORMAT, prefix, ++number);
    }
  while (tl_study_find (study, id));
  study->last_id[kind] = number;
  return id;
}

/**
 * tl_period_days:
 * @period: a period
 *
 * Returns: its mean length in days; a year has 365.25, a month a twelfth of that
 */
double
tl_period_days (TlPeriod period)
{
  switch (period)
    {
    case TL_PERIOD_DAY:
      return 1;
    case TL_PERIOD_WEEK:
      return 7;
    case TL_PERIOD_MONTH:
      return 365.25 / 12;
    case TL_PERIOD_YEAR:
      return 365.25;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_period_choices:
 *
 * Returns: (transfer none): the words for #TlPeriod
 */
const TlChoice *
tl_period_choices (void)
{
  return period_words;
}
