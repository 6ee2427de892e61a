/* view-demand.c: what customers ask for, most first: contacts and hours of each type, value and failure. */
#include "paint/view.h"

#include <math.h>

#include "analysis/demand-mix.h"
#include "paint/bar-rows.h"
#include "paint/judged-key.h"
#include "paint/kind-look.h"
#include "paint/words.h"
#include "study/sentence.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define GAP 10.0
#define LEAST_ROWS 4
/* At 100 %: in less width names need the room that intervals of shares would take. */
#define NARROW 800.0
/* One line of remark and the key, at 100 %. */
#define ABOVE 70.0

static TlDemandMix *
mix_of (const TlSubject *subject)
{
  return tl_demand_mix_new (subject->study, subject->capacity);
}

static const TlMixPart *
part_at (const TlDemandMix *mix, guint i)
{
  return &g_array_index (mix->parts, TlMixPart, i);
}

/* ---- rows ---- */

/* With its interval where it was counted in a sample, and where there is room: "34 % (29–39)". */
static char *
share_words (const TlMixPart *part, gboolean narrow)
{
  g_autofree char *share = tl_words_share (part->share);

  if (narrow || isnan (part->interval.low))
    return g_steal_pointer (&share);
  /* TRANSLATORS: a share, and between which two it lies with 95 % confidence, in percent */
  return g_strdup_printf (_ ("%s (%.0f–%.0f)"), share, part->interval.low * 100, part->interval.high * 100);
}

static char *
name_of (const TlMixPart *part)
{
  return part->demand ? tl_words_name (part->demand->name) : g_strdup (_ ("No type yet"));
}

static TlBarRow *
part_row (const TlDemandMix *mix, guint i, gboolean narrow)
{
  const TlMixPart *part = part_at (mix, i);
  TlBarRow *row = tl_bar_row_new (name_of (part), tl_words_number (part->n));

  row->columns[0] = share_words (part, narrow);
  if (mix->hours_source != TL_MIX_NOTHING)
    row->columns[1] = tl_words_share (part->hours_share);
  for (int k = 0; k < TL_N_JUDGEMENTS; k++)
    row->parts[tl_judged_bucket ((TlContactKind) k)] += part->contacts[k];
  return row;
}

static TlBarRow *
rest_row (const TlDemandMix *mix, guint from)
{
  guint n = mix->parts->len - from;
  TlMixPart sum = { .interval = { (double) NAN, (double) NAN } };
  TlBarRow *row;

  for (guint i = from; i < mix->parts->len; i++)
    {
      sum.n += part_at (mix, i)->n;
      sum.share += part_at (mix, i)->share;
      sum.hours_share += part_at (mix, i)->hours_share;
    }
  row = tl_bar_row_new (g_strdup_printf (ngettext ("and %u more type", "and %u more types", n), n),
                        tl_words_number (sum.n));
  row->columns[0] = share_words (&sum, TRUE);
  if (mix->hours_source != TL_MIX_NOTHING)
    row->columns[1] = tl_words_share (sum.hours_share);
  row->rest = TRUE;
  return row;
}

static void
add_rows (TlScene *scene, const TlDemandMix *mix, const TlBox *place)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bar_row_free);
  TlBarRows table = { .rows = rows, .name_share = 0.36, .plain_heads = TRUE, .words = tl_words_number };
  guint n = mix->parts->len;
  guint room = tl_bar_rows_room (scene, place->height - tl_scene_unit (scene, TL_ROWS_EDGE), n);
  guint whole = room >= n ? n : room - 1;
  gboolean narrow = place->width < tl_scene_unit (scene, NARROW);

  table.heads[0] = mix->source == TL_MIX_LOG && !narrow ? _ ("of contacts (95\302\240%)") : _ ("of contacts");
  table.heads[1] = mix->hours_source != TL_MIX_NOTHING ? _ ("of hours") : NULL;
  for (guint i = 0; i < whole; i++)
    g_ptr_array_add (rows, part_row (mix, i, narrow));
  if (whole < n)
    g_ptr_array_add (rows, rest_row (mix, whole));
  table.axis = tl_axis_for_amounts (tl_bar_rows_longest (rows), 5);
  tl_bar_rows_add (scene, &table, place);
}

/* ---- where the numbers come from ---- */

static char *
hours_words (const TlDemandMix *mix, const TlSubject *subject)
{
  g_autofree char *name = NULL;

  if (mix->hours_source == TL_MIX_LOG)
    return g_strdup_printf (
        ngettext ("Hours: the minutes of %u contact.", "Hours: the minutes of %u contacts.", mix->n_timed),
        mix->n_timed);
  if (mix->hours_source == TL_MIX_NOTHING)
    return g_strdup (_ ("Nobody has said yet how many hours it takes."));
  name = tl_words_name (subject->flow ? subject->flow->name : NULL);
  /* TRANSLATORS: the name of a flow */
  return g_strdup_printf (_ ("Hours: those of the flow “%s”."), name);
}

static const char *
contacts_words (const TlDemandMix *mix)
{
  switch (mix->source)
    {
    case TL_MIX_LOG:
      return _ ("Contacts: counted in the log.");
    case TL_MIX_FLOW:
      return _ ("Contacts: as typed, with those that the flow causes.");
    case TL_MIX_TYPED:
    case TL_MIX_NOTHING:
    default:
      return _ ("Contacts: as typed.");
    }
}

static TlLabel *
measure_remark (TlScene *scene, const TlDemandMix *mix, const TlSubject *subject, double width)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .lines = 3, .sentence = TRUE };
  g_autofree char *hours = hours_words (mix, subject);
  g_autofree char *words
      = g_strjoin (" ", contacts_words (mix), hours, _ ("A share of contacts is not a share of hours."), NULL);

  return tl_scene_measure (scene, &style, words, width);
}

/* ---- the view ---- */

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  g_autoptr (TlDemandMix) mix = mix_of (subject);
  TlLabel *remark = measure_remark (scene, mix, subject, body->width);
  TlBox place = *body;
  double used = remark->height + tl_scene_unit (scene, GAP);

  tl_scene_place (scene, remark, place.x, place.y);
  place.y += used;
  used += tl_judged_key_add (scene, mix->contacts, &place);
  place.y = body->y + used;
  place.height = body->height - used;
  add_rows (scene, mix, &place);
}

static char *
nothing (const TlSubject *subject)
{
  g_autoptr (TlDemandMix) mix = NULL;

  if (!subject->study || (subject->study->demands->len == 0 && subject->study->contacts->len == 0))
    return g_strdup (_ ("Nobody has written down yet what customers ask for."));
  mix = mix_of (subject);
  if (mix->n > 0)
    return NULL;
  return g_strdup (_ ("Nobody has said yet how often customers ask: listen to contacts, or type a frequency."));
}

/* The two shares differ, and that they do is what a room should see. */
static char *
finding (const TlSubject *subject)
{
  g_autoptr (TlDemandMix) mix = mix_of (subject);
  double hours = mix->all_hours > 0 ? mix->hours[TL_CONTACT_FAILURE] / mix->all_hours : 0;
  double share = tl_demand_mix_failure_share (mix);
  g_autofree char *contacts_share = tl_words_share (share);
  g_autofree char *hours_share = tl_words_share (hours);
  g_autofree char *unjudged = tl_words_share (mix->contacts[TL_CONTACT_AS_DEMAND] / mix->n);

  if (mix->contacts[TL_CONTACT_AS_DEMAND] + mix->contacts[TL_CONTACT_UNSURE] >= mix->n)
    return g_strdup (_ ("No contact is judged yet: value or failure?"));
  if (mix->contacts[TL_CONTACT_AS_DEMAND] > mix->n / 2)
    /* TRANSLATORS: shares */
    return tl_sentence_new (
        g_strdup_printf (_ ("%s of contacts are failure demand, but %s are not judged yet"), contacts_share, unjudged));
  if (mix->hours_source == TL_MIX_NOTHING)
    /* TRANSLATORS: a share */
    return tl_sentence_new (g_strdup_printf (_ ("%s of contacts are failure demand"), contacts_share));
  /* TRANSLATORS: two shares */
  return tl_sentence_new (g_strdup_printf (_ ("%s of contacts are failure demand, and they take %s of the hours"),
                                           contacts_share, hours_share));
}

static char *
count (const TlSubject *subject)
{
  g_autoptr (TlDemandMix) mix = mix_of (subject);

  if (mix->source != TL_MIX_LOG)
    return tl_words_contacts (mix->n, subject->study->period);
  return tl_view_count_log (subject->study);
}

static double
least (const TlSubject *subject)
{
  return ABOVE + TL_ROWS_EDGE + MIN (subject->study->demands->len + 1, LEAST_ROWS) * TL_ROW_LEAST;
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  g_autoptr (TlDemandMix) mix = mix_of (subject);
  g_autoptr (TlLabel) remark = measure_remark (scene, mix, subject, width);
  guint rows = MIN (mix->parts->len, TL_MOST_ROWS);

  return remark->height + tl_judged_key_height (scene, mix->contacts, width)
         + tl_scene_unit (scene, GAP + TL_ROWS_EDGE + rows * TL_ROW_COMFORT);
}

const TlViewType tl_view_demand_type = {
  .nick = "demand",
  .label = N_ ("What customers ask for"),
  .nothing = nothing,
  .finding = finding,
  .count = count,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
