/* view-needs.c: how many contacts, and how many days, it takes until a customer's need is met. */
#include "paint/view.h"

#include <math.h>

#include "analysis/need.h"
#include "paint/columns.h"
#include "paint/words.h"
#include "study/quantity.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define GAP 12.0
#define BETWEEN 48.0
/* At 100 %: with less width the two stand one below the other. */
#define LEAST_BESIDE 900.0
/* Of the remark and a heading, at 100 %. */
#define ABOVE 90.0

/* ---- columns ---- */

/* "89 (34 %)" */
static char *
count_words (guint n, guint all)
{
  g_autofree char *number = tl_words_number (n);
  g_autofree char *share = tl_words_share (all > 0 ? (double) n / all : 0);

  /* Translators: how many, and their share */
  return g_strdup_printf (_ ("%s (%s)"), number, share);
}

static void
add_column (GArray *columns, GPtrArray *texts, char *name, guint n, guint all, gboolean open)
{
  TlColumn column = { .name = name, .number = count_words (n, all), .plain = n, .open = open };

  g_ptr_array_add (texts, (gpointer) column.name);
  g_ptr_array_add (texts, (gpointer) column.number);
  g_array_append_val (columns, column);
}

static char *
span_name (guint span)
{
  guint from = tl_need_spans[span];

  if (span + 1 == TL_NEED_N_SPANS)
    /* Translators: so many days or more */
    return g_strdup_printf (_ ("%u or more"), from);
  if (tl_need_spans[span + 1] == from + 1)
    return g_strdup_printf ("%u", from);
  return g_strdup_printf ("%u–%u", from, tl_need_spans[span + 1] - 1);
}

static void
add_heading (TlScene *scene, const char *words, TlBox *place)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .bold = TRUE, .ink = TL_INK_TEXT };
  TlLabel *label = tl_scene_measure (scene, &style, words, place->width);
  double used = label->height + tl_scene_unit (scene, 1.5 * GAP);

  tl_scene_place (scene, label, place->x, place->y);
  place->y += used;
  place->height -= used;
}

static void
fill_contacts (TlScene *scene, const TlNeedSpread *spread, TlBox place)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (TlColumn));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < TL_NEED_MANY; i++)
    add_column (columns, texts, g_strdup_printf (i + 1 < TL_NEED_MANY ? "%u" : _ ("%u or more"), i + 1),
                spread->by_contacts[i], spread->n, FALSE);
  add_heading (scene, _ ("Needs by how many contacts they took"), &place);
  tl_columns_add (scene, (TlColumn *) (gpointer) columns->data, columns->len, &place);
}

static void
fill_days (TlScene *scene, const TlNeedSpread *spread, TlBox place)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (TlColumn));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint dated = spread->met + spread->open;

  for (guint i = 0; i < TL_NEED_N_SPANS; i++)
    add_column (columns, texts, span_name (i), spread->by_days[i], dated, FALSE);
  /* Translators: under a column of needs, in a row of days: not met yet */
  add_column (columns, texts, g_strdup (_ ("not yet")), spread->open, dated, TRUE);
  add_heading (scene, _ ("Needs by how many days passed until they were met"), &place);
  tl_columns_add (scene, (TlColumn *) (gpointer) columns->data, columns->len, &place);
}

/* ---- words ---- */

static TlLabel *
measure_remark (TlScene *scene, const TlNeedSpread *spread, double width)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .lines = 3, .sentence = TRUE };
  g_autofree char *without = tl_words_number (spread->without), *all = tl_words_number (spread->contacts);
  g_autofree char *none = g_strdup_printf (ngettext ("%s of %s contact belongs to no need yet.",
                                                     "%s of %s contacts belong to no need yet.", spread->contacts),
                                           without, all);
  g_autofree char *undated = spread->undated == 0
                                 ? NULL
                                 : g_strdup_printf (ngettext ("Of %u need nobody noted a day.",
                                                              "Of %u needs nobody noted a day.", spread->undated),
                                                    spread->undated);
  /* Translators: a number of days */
  g_autofree char *rule = g_strdup_printf (_ ("Days run from the first contact to the last. A need heard of in the "
                                              "last %d days of the log counts as not met yet."),
                                           TL_NEED_QUIET);
  g_autofree char *words = g_strjoin (" ", none, rule, undated, NULL);

  return tl_scene_measure (scene, &style, words, width);
}

static char *
finding_of_days (const TlNeedSpread *spread, const char *several)
{
  g_autofree char *days = tl_amount_format (spread->median_days);
  g_autofree char *open = tl_words_number (spread->open);
  gulong n = spread->median_days > 1 ? 2 : (gulong) ceil (spread->median_days);

  if (spread->open == 0)
    /* Translators: a share of needs, and a number of days (the median) */
    return g_strdup_printf (
        ngettext ("%s of needs took more than one contact; half of them all were met within %s day",
                  "%s of needs took more than one contact; half of them all were met within %s days", n),
        several, days);
  /* Translators: a share of needs, a number of days (the median), and a number of needs */
  return g_strdup_printf (
      ngettext ("%s of needs took more than one contact; half of those met took at most %s day; not met yet: %s",
                "%s of needs took more than one contact; half of those met took at most %s days; not met yet: %s", n),
      several, days, open);
}

static char *
finding (const TlSubject *subject)
{
  TlNeedSpread spread = tl_needs_spread (subject->study);
  g_autofree char *several = tl_words_share ((double) spread.several / spread.n);

  if (spread.met > 0)
    return finding_of_days (&spread, several);
  if (spread.open > 0)
    return g_strdup_printf (_ ("%s of needs took more than one contact, and none of them is met yet"), several);
  return g_strdup_printf (_ ("%s of needs took more than one contact"), several);
}

static char *
nothing (const TlSubject *subject)
{
  char *none = tl_view_no_log (subject);

  if (none || tl_needs_spread (subject->study).n > 0)
    return none;
  return g_strdup (_ ("No contacts are tied together as one need yet. In the log, select those of one customer about "
                      "one need, and press N."));
}

static char *
count (const TlSubject *subject)
{
  TlNeedSpread spread = tl_needs_spread (subject->study);
  g_autofree char *log = tl_view_count_log (subject->study);
  g_autofree char *needs = tl_words_number (spread.n);

  /* Translators: a number of needs, then "412 contacts, 2 March 2026 to 13 April 2026" */
  return g_strdup_printf (ngettext ("%s need in %s", "%s needs in %s", spread.n), needs, log);
}

/* ---- the view ---- */

/* Where it is neither wide nor high they stand side by side as well: one can't do without its height. */
static gboolean
is_beside (const TlScene *scene, double width, double height)
{
  return width >= tl_scene_unit (scene, LEAST_BESIDE) || height < tl_scene_unit (scene, ABOVE + 2 * TL_COLUMNS_LEAST);
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  TlNeedSpread spread = tl_needs_spread (subject->study);
  TlLabel *remark = measure_remark (scene, &spread, body->width);
  double used = remark->height + tl_scene_unit (scene, GAP), between = tl_scene_unit (scene, BETWEEN);
  TlBox first = { body->x, body->y + used, body->width, body->height - used }, second;

  tl_scene_place (scene, remark, body->x, body->y);
  second = first;
  if (is_beside (scene, body->width, first.height))
    {
      /* As wide as the columns are many. */
      first.width = (body->width - between) * TL_NEED_MANY / (TL_NEED_MANY + TL_NEED_N_SPANS + 1);
      second.x = first.x + first.width + between;
      second.width = body->x + body->width - second.x;
    }
  else
    {
      first.height = (first.height - between / 2) / 2;
      second.y = first.y + first.height + between / 2;
      second.height = first.height;
    }
  fill_contacts (scene, &spread, first);
  fill_days (scene, &spread, second);
}

static double
least (const TlSubject *subject)
{
  return ABOVE + TL_COLUMNS_LEAST;
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  TlNeedSpread spread = tl_needs_spread (subject->study);
  g_autoptr (TlLabel) remark = measure_remark (scene, &spread, width);

  return remark->height
         + tl_scene_unit (scene, GAP + (is_beside (scene, width, G_MAXDOUBLE) ? 1 : 2) * TL_COLUMNS_COMFORT);
}

const TlViewType tl_view_needs_type = {
  .nick = "needs",
  .label = N_ ("Contacts and days until a need is met"),
  .of_study = TRUE,
  .nothing = nothing,
  .finding = finding,
  .count = count,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
