/* slide-demand.c: what customers ask for, how often, and how much of it a failure has caused. */
#include "paint/slide-parts.h"

#include "analysis/demand-rate.h"
#include "paint/bar-rows.h"
#include "paint/key.h"
#include "paint/kind-look.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define GAP 26.0
/* With few demands their words grow, to so much. */
#define GROW 1.7
/* Where there are only names. */
#define NAME_PITCH 44.0
#define NAME_GROW 1.4

typedef struct
{
  const TlDemand *demand;
  double contacts;
} Asked;

static const char *
kind_words (TlBucket bucket)
{
  if (bucket == TL_BUCKET_VALUE)
    return _ ("Value demand");
  return bucket == TL_BUCKET_FAILURE ? _ ("Failure demand") : _ ("Not judged yet");
}

static const char *
caption (TlPeriod period)
{
  switch (period)
    {
    case TL_PERIOD_DAY:
      return _ ("Contacts a day, and their share");
    case TL_PERIOD_MONTH:
      return _ ("Contacts a month, and their share");
    case TL_PERIOD_YEAR:
      return _ ("Contacts a year, and their share");
    case TL_PERIOD_WEEK:
    default:
      return _ ("Contacts a week, and their share");
    }
}

static int
compare_asked (gconstpointer a, gconstpointer b)
{
  const Asked *first = a;
  const Asked *second = b;

  return (first->contacts < second->contacts) - (first->contacts > second->contacts);
}

/* Most contacts first. With numbers of the flow, what it raises is counted as well. */
static GArray *
list_asked (const TlSubject *subject, double *sum)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Asked));
  const TlStudy *study = subject->study;
  const TlCapacity *capacity = subject->capacity;
  g_autofree double *rates = tl_demand_rates (study);

  *sum = 0;
  for (guint i = 0; i < study->demands->len; i++)
    {
      Asked asked = { g_ptr_array_index (study->demands, i), rates[i] };

      if (capacity && capacity->demands->len == study->demands->len)
        asked.contacts = g_array_index (capacity->demands, TlDemandNumbers, i).arrivals;
      if (!(asked.contacts > 0))
        asked.contacts = 0;
      *sum += asked.contacts;
      g_array_append_val (list, asked);
    }
  g_array_sort (list, compare_asked);
  return list;
}

static char *
number_words (double contacts, double sum)
{
  g_autofree char *number = NULL;
  g_autofree char *share = NULL;

  if (!(sum > 0))
    return NULL;
  number = tl_words_number (contacts);
  share = tl_words_share (contacts / sum);
  /* TRANSLATORS: a number of contacts, and which share of all they are */
  return g_strdup_printf (_ ("%s (%s)"), number, share);
}

static TlBarRow *
asked_row (const Asked *asked, double sum)
{
  TlBarRow *row = tl_bar_row_new (tl_words_name (asked->demand->name), number_words (asked->contacts, sum));

  row->parts[tl_kind_bucket (asked->demand->kind)] = asked->contacts;
  return row;
}

static TlBarRow *
rest_row (GArray *list, guint from, double sum)
{
  guint n = list->len - from;
  double contacts = 0;
  TlBarRow *row;

  for (guint i = from; i < list->len; i++)
    contacts += g_array_index (list, Asked, i).contacts;
  row = tl_bar_row_new (g_strdup_printf (ngettext ("and %u more demand", "and %u more demands", n), n),
                        number_words (contacts, sum));
  row->rest = TRUE;
  return row;
}

/* Returns how high the key is, with the gap below. */
static double
add_key (TlScene *scene, GArray *list, const TlBox *place)
{
  static const TlBucket order[] = { TL_BUCKET_VALUE, TL_BUCKET_FAILURE, TL_BUCKET_UNCLASSIFIED };
  TlLabelStyle style = { .size = TL_SIZE_TEXT, .ink = TL_INK_QUIET };
  double swatch = tl_scene_unit (scene, TL_SWATCH);
  double x = place->x;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      TlLabel *label;
      gboolean wanted = FALSE;

      for (guint d = 0; d < list->len; d++)
        wanted |= tl_kind_bucket (g_array_index (list, Asked, d).demand->kind) == order[i];
      if (!wanted)
        continue;
      label = tl_scene_measure (scene, &style, kind_words (order[i]), 0);
      tl_key_add_swatch (scene, order[i], &(TlBox){ x, place->y, swatch, swatch });
      x += swatch + tl_scene_unit (scene, 9);
      tl_scene_place (scene, label, x, place->y + (swatch - label->height) / 2);
      x += label->width + tl_scene_unit (scene, GAP);
    }
  return swatch + tl_scene_unit (scene, GAP * 0.7);
}

/* Nobody has said how often: what is asked for stands there in words alone. */
static void
add_names (TlScene *scene, GArray *list, const TlBox *room)
{
  double grow = CLAMP (room->height / (tl_scene_unit (scene, NAME_PITCH) * MAX (list->len, 1)), 1, NAME_GROW);
  TlLabelStyle style = { .size = TL_SLIDE_LARGE * grow, .ink = TL_INK_TEXT };
  double swatch = tl_scene_unit (scene, TL_SWATCH * grow);
  double left = swatch + tl_scene_unit (scene, 14 * grow);
  double pitch = tl_scene_unit (scene, NAME_PITCH * grow);
  guint places = (guint) MAX (1, room->height / pitch + 1e-9);
  guint whole = list->len <= places ? list->len : places - 1;
  double y = room->y;

  for (guint i = 0; i < list->len && i <= whole; i++, y += pitch)
    {
      const TlDemand *demand = g_array_index (list, Asked, i).demand;
      g_autofree char *name = tl_words_name (demand->name);
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more demand", "and %u more demands", list->len - i), list->len - i);
      TlLabel *label = tl_scene_measure (scene, &style, i < whole ? name : more, room->width - left);
      double middle = y + pitch / 2;

      if (i < whole)
        tl_key_add_swatch (scene, tl_kind_bucket (demand->kind),
                           &(TlBox){ room->x, middle - swatch / 2, swatch, swatch });
      tl_scene_place (scene, label, room->x + left, middle - label->height / 2);
    }
}

/* Few rows are drawn larger: on a sheet of their own, at another scale. */
static TlScene *
bars_sheet (const TlScene *scene, guint n, const TlBox *room)
{
  double comfortable = tl_scene_unit (scene, TL_ROW_COMFORT) * MAX (n, 1);
  double grow = CLAMP (room->height / comfortable, 1, GROW);
  TlScene *sheet = tl_scene_new (&scene->theme, scene->theme.scale * grow, room->width, room->height);

  sheet->least = scene->least;
  return sheet;
}

static void
add_bars (TlScene *scene, GArray *list, double sum, const TlBox *room)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bar_row_free);
  TlBarRows table = { .rows = rows, .name_share = 0.46, .words = tl_words_number };
  guint places = tl_bar_rows_room (scene, room->height, list->len);
  guint whole = places >= list->len ? list->len : places - 1;
  TlScene *sheet;

  for (guint i = 0; i < whole; i++)
    g_ptr_array_add (rows, asked_row (&g_array_index (list, Asked, i), sum));
  if (whole < list->len)
    g_ptr_array_add (rows, rest_row (list, whole, sum));
  table.axis = tl_axis_for_amounts (tl_bar_rows_longest (rows), 5);
  sheet = bars_sheet (scene, rows->len, room);
  tl_bar_rows_add (sheet, &table, &(TlBox){ 0, 0, room->width, room->height });
  tl_scene_add_scene (scene, sheet, room->x, room->y);
}

/* tl_slide_demand: a bar for each type of demand, most contacts first. */
TlSlideLayout *
tl_slide_demand (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  double sum;
  g_autoptr (GArray) list = list_asked (subject, &sum);
  gboolean known = subject->capacity && subject->capacity->contacts > 0;
  g_autofree char *heading
      = known ? tl_capacity_contacts_sentence (subject->capacity) : g_strdup (_ ("What do customers ask for?"));
  TlBox room = tl_slide_body (scene);
  double bottom = room.y + room.height;

  room.y = tl_slide_add_heading (scene, sum > 0 ? caption (subject->study->period) : NULL, heading);
  room.y += tl_scene_unit (scene, 8);
  if (sum > 0)
    room.y += add_key (scene, list, &room);
  room.height = bottom - room.y;
  if (sum > 0)
    add_bars (scene, list, sum, &room);
  else
    add_names (scene, list, &room);
  return tl_slide_layout_new (scene);
}
