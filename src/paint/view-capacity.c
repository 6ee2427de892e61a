/* view-capacity.c: one bar of all hours, and what each part of it means. */
#include "paint/view.h"

#include <math.h>

#include "paint/bar.h"
#include "paint/key.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define BAR_LEAST 44.0
#define BAR_MOST 104.0
#define BRACKET 10.0
#define GAP 14.0
#define GAP_MOST 30.0
#define ROW_LEAST 25.0
#define ROW_MOST 46.0
#define HEAD 24.0
#define LINE 27.0
#define ROWS TL_N_BUCKETS

static const char *
explain (TlBucket bucket)
{
  switch (bucket)
    {
    case TL_BUCKET_VALUE:
      return _ ("What customers come for, done for the first time");
    case TL_BUCKET_REWORK:
      return _ ("Value steps done again for the same customer");
    case TL_BUCKET_WASTE:
      return _ ("Steps that customers do not need");
    case TL_BUCKET_FAILURE:
      return _ ("All work for demand that a failure has caused");
    case TL_BUCKET_UNCLASSIFIED:
      return _ ("Steps or demands that nobody has judged yet");
    case TL_N_BUCKETS:
    default:
      return "";
    }
}

static const char *
hours_head (TlPeriod period)
{
  switch (period)
    {
    case TL_PERIOD_DAY:
      return _ ("Hours a day");
    case TL_PERIOD_MONTH:
      return _ ("Hours a month");
    case TL_PERIOD_YEAR:
      return _ ("Hours a year");
    case TL_PERIOD_WEEK:
    default:
      return _ ("Hours a week");
    }
}

/* Of the left bracket: the work, or, where there is more of it than hours, those hours. */
static char *
left_words (const TlCapacity *capacity)
{
  gboolean overload = capacity->available > 0 && capacity->spare < 0;
  g_autofree char *hours = tl_words_hours (overload ? capacity->available : capacity->used);

  if (overload)
    /* TRANSLATORS: hours, as "640 h" */
    return g_strdup_printf (_ ("%s available"), hours);
  /* TRANSLATORS: hours, as "689 h" */
  return g_strdup_printf (_ ("%s worked"), hours);
}

/* Of the right bracket. */
static char *
right_words (const TlCapacity *capacity)
{
  g_autofree char *spare = tl_words_hours (fabs (capacity->spare));
  g_autofree char *available = tl_words_hours (capacity->available);
  g_autofree char *used = tl_words_hours (capacity->used);

  if (!(capacity->available > 0))
    return g_strdup (_ ("No role has hours yet: what is spare is not known"));
  if (capacity->spare < 0)
    /* TRANSLATORS: hours, as "overload 23 h: 663 h worked" */
    return g_strdup_printf (_ ("overload %s: %s worked"), spare, used);
  /* TRANSLATORS: hours, as "131 h spare of 820 h available" */
  return g_strdup_printf (_ ("%s spare of %s available"), spare, available);
}

static void
add_bracket (TlScene *scene, double left, double right, double top)
{
  double height = tl_scene_unit (scene, BRACKET);
  double inset = tl_scene_unit (scene, 1);

  if (right - left < 4 * inset)
    return;
  left += inset;
  right -= inset;
  tl_scene_add_line (scene, TL_INK_LINE, 1.5, left, top + height / 2, right, top + height / 2);
  tl_scene_add_line (scene, TL_INK_LINE, 1.5, left, top, left, top + height);
  tl_scene_add_line (scene, TL_INK_LINE, 1.5, right, top, right, top + height);
}

/* Under the bar: how far the work goes, and how far the hours that there are. */
static double
add_brackets (TlScene *scene, const TlCapacity *capacity, const TlBox *bar, const TlAxis *axis)
{
  TlLabelStyle style = { .size = TL_SIZE_TEXT, .ink = TL_INK_TEXT };
  g_autofree char *left_text = left_words (capacity);
  g_autofree char *right_text = right_words (capacity);
  double top = bar->y + bar->height + tl_scene_unit (scene, 6);
  double text_top = top + tl_scene_unit (scene, BRACKET + 3);
  double first = MIN (capacity->used, capacity->available > 0 ? capacity->available : G_MAXDOUBLE);
  double middle = bar->x + tl_axis_place (axis, first) * bar->width;
  TlLabel *left = tl_scene_measure (scene, &style, left_text, bar->width);
  double room = bar->width - left->width - tl_scene_unit (scene, 2 * GAP);
  TlLabel *right;

  style.bold = capacity->available > 0 && capacity->spare < 0;
  right = tl_scene_measure (scene, &style, right_text, MAX (room, 1));
  add_bracket (scene, bar->x, middle, top);
  if (capacity->available > 0)
    add_bracket (scene, middle, bar->x + bar->width, top);
  tl_scene_place (scene, left, bar->x, text_top);
  if (right->width <= room)
    tl_scene_place (scene, right, bar->x + bar->width - right->width, text_top);
  else
    tl_label_free (right);
  return text_top + tl_scene_unit (scene, LINE);
}

static double
add_bar (TlScene *scene, const TlCapacity *capacity, const TlBox *body, double height)
{
  TlAxis axis = tl_axis_for_amounts (MAX (capacity->used, capacity->available), 5);
  TlBarRow row = { .available = capacity->available };
  TlBarPlace place = { { body->x, body->y, body->width, round (height) }, &axis, tl_words_hours, TRUE };

  tl_bar_row_set_buckets (&row, &capacity->hours);
  tl_bar_add (scene, &row, &place);
  return add_brackets (scene, capacity, &place.box, &axis);
}

typedef struct
{
  TlLabel *name[ROWS];
  TlLabel *hours[ROWS];
  TlLabel *share[ROWS];
  TlLabel *hours_head;
  TlLabel *share_head;
  double hours_right;
  double share_right;
  double name_left;
} Table;

static void
measure_table (Table *table, TlScene *scene, const TlCapacity *capacity, double x)
{
  TlLabelStyle plain = { .size = TL_SIZE_TEXT, .ink = TL_INK_TEXT };
  TlLabelStyle bold = { .size = TL_SIZE_TEXT, .ink = TL_INK_TEXT, .bold = TRUE };
  TlLabelStyle small = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET };
  double gap = tl_scene_unit (scene, 2 * GAP);
  double widest[3] = { 0 };

  table->hours_head = tl_scene_measure (scene, &small, hours_head (capacity->period), 0);
  table->share_head = tl_scene_measure (scene, &small, _ ("Of the hours worked"), 0);
  widest[1] = table->hours_head->width;
  widest[2] = table->share_head->width;
  for (int i = 0; i < ROWS; i++)
    {
      g_autofree char *hours = tl_words_hours (capacity->hours.hours[i]);
      g_autofree char *share = tl_words_share (capacity->hours.hours[i] / capacity->used);

      table->name[i] = tl_scene_measure (scene, &plain, tl_bucket_label (i), 0);
      table->hours[i] = tl_scene_measure (scene, &bold, hours, 0);
      table->share[i] = tl_scene_measure (scene, &bold, share, 0);
      widest[0] = MAX (widest[0], table->name[i]->width);
      widest[1] = MAX (widest[1], table->hours[i]->width);
      widest[2] = MAX (widest[2], table->share[i]->width);
    }
  table->name_left = x + tl_scene_unit (scene, TL_SWATCH + 10);
  table->hours_right = table->name_left + widest[0] + gap + widest[1];
  table->share_right = table->hours_right + gap + widest[2];
}

static void
add_row (TlScene *scene, Table *table, int i, const TlBox *body, double middle)
{
  double swatch = round (tl_scene_unit (scene, TL_SWATCH));
  TlBox box = { body->x, round (middle - swatch / 2), swatch, swatch };

  tl_key_add_swatch (scene, i, &box);
  tl_scene_place (scene, table->name[i], table->name_left, middle - table->name[i]->height / 2);
  tl_scene_place (scene, table->hours[i], table->hours_right - table->hours[i]->width,
                  middle - table->hours[i]->height / 2);
  tl_scene_place (scene, table->share[i], table->share_right - table->share[i]->width,
                  middle - table->share[i]->height / 2);
}

/* What the buckets mean: all of it or, where the chart is narrow, none. */
static void
add_meanings (TlScene *scene, const Table *table, const TlBox *body, double top, double pitch)
{
  TlLabelStyle small = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .sentence = TRUE };
  double left = table->share_right + tl_scene_unit (scene, 3 * GAP);
  TlLabel *labels[ROWS];
  gboolean fits = TRUE;

  for (int i = 0; i < ROWS; i++)
    {
      labels[i] = tl_scene_measure (scene, &small, explain (i), 0);
      fits = fits && left + labels[i]->width <= body->x + body->width;
    }
  for (int i = 0; i < ROWS; i++)
    if (fits)
      tl_scene_place (scene, labels[i], left, top + (i + 0.5) * pitch - labels[i]->height / 2);
    else
      tl_label_free (labels[i]);
}

static void
add_table (TlScene *scene, const TlCapacity *capacity, const TlBox *body, double top, double pitch)
{
  Table table;
  double row_top = top + tl_scene_unit (scene, HEAD);

  measure_table (&table, scene, capacity, body->x);
  tl_scene_place (scene, table.hours_head, table.hours_right - table.hours_head->width, top);
  tl_scene_place (scene, table.share_head, table.share_right - table.share_head->width, top);
  for (int i = 0; i < ROWS; i++)
    add_row (scene, &table, i, body, row_top + (i + 0.5) * pitch);
  add_meanings (scene, &table, body, row_top, pitch);
}

/* What a share of contacts is must not be read as a share of hours: it says which. */
static void
add_contacts (TlScene *scene, const TlCapacity *capacity, const TlBox *body, double top)
{
  TlLabelStyle style = { .size = TL_SIZE_TEXT, .ink = TL_INK_TEXT };
  g_autofree char *words = tl_capacity_contacts_sentence (capacity);

  tl_scene_place (scene, tl_scene_measure (scene, &style, words, body->width), body->x, top);
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  double unit = scene->theme.scale;
  double height = body->height / unit;
  double fixed = BRACKET + 9 + LINE + HEAD + LINE;
  double bar = CLAMP (height * 0.2, BAR_LEAST, BAR_MOST);
  double pitch = CLAMP ((height - fixed - bar - 2 * GAP) / ROWS, ROW_LEAST, ROW_MOST);
  double rest = height - fixed - bar - ROWS * pitch;
  double gap = CLAMP (rest / 2, 4, GAP_MOST);
  double y = add_bar (scene, subject->capacity, body, bar * unit) + gap * unit;

  add_table (scene, subject->capacity, body, y, pitch * unit);
  y += (HEAD + ROWS * pitch + gap) * unit;
  add_contacts (scene, subject->capacity, body, y);
}

static char *
finding (const TlSubject *subject)
{
  return tl_capacity_headline (subject->capacity);
}

static double
least (const TlSubject *subject)
{
  return BAR_LEAST + BRACKET + 9 + LINE + HEAD + ROWS * ROW_LEAST + LINE + 8;
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  return tl_scene_unit (scene, BAR_MOST + BRACKET + 9 + LINE + HEAD + ROWS * 38 + LINE + 2 * GAP_MOST);
}

const TlViewType tl_view_capacity_type = {
  .nick = "capacity",
  .label = N_ ("Capacity"),
  .nothing = tl_view_no_hours,
  .finding = finding,
  .count = tl_view_count_contacts,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
