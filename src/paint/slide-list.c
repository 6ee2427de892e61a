#include "paint/slide-list.h"

#include <math.h>

#include "analysis/names.h"
#include "paint/slide-parts.h"
#include "paint/words.h"
#include "study/condition.h"
#include "study/day.h"
#include "study/measure.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define BAR 5.0
#define INDENT 20.0
#define GAP 14.0
#define NAME 38.0
#define MORE_MOST 24.0
#define LINE_GAP 2.0
#define GAP_MOST 64.0
/* Of an item's height, for its name. */
#define NAMES 0.5
/* Of a name's letters, for what is said of it. */
#define MORE 0.66
#define SHRINK 0.95
#define MANY_LINES 9

/**
 * tl_slide_list_pages:
 * @count: how many items there are
 *
 * Returns: how many slides they fill
 */
guint
tl_slide_list_pages (guint count)
{
  return (count + TL_SLIDE_LIST_MOST - 1) / TL_SLIDE_LIST_MOST;
}

/* What a list is of. */
typedef struct
{
  const char *heading;
  GPtrArray *items;
  char *(*title) (gconstpointer item);
  char *(*words) (const TlSubject *subject, gconstpointer item);
} List;

/* One size for the names of all items of a list, and one for what is said of them, on all its slides. */
typedef struct
{
  double name;
  double more;
} Sizes;

static double
text_height (TlScene *scene, double size, gboolean bold, const char *text, double width, gboolean *whole)
{
  TlLabelStyle style = { .size = size, .bold = bold, .lines = MANY_LINES, .sentence = TRUE };
  g_autoptr (TlLabel) label = text && *text ? tl_scene_measure (scene, &style, text, width) : NULL;

  *whole &= !label || !label->whole;
  return label ? label->height : 0;
}

static double
item_height (TlScene *scene,
             const TlSubject *subject,
             const List *list,
             guint index,
             const Sizes *sizes,
             double width,
             gboolean *whole)
{
  gconstpointer item = g_ptr_array_index (list->items, index);
  g_autofree char *name = list->title (item);
  g_autofree char *more = list->words (subject, item);

  return text_height (scene, sizes->name, TRUE, name, width, whole)
         + text_height (scene, sizes->more, FALSE, more, width, whole) + tl_scene_unit (scene, LINE_GAP);
}

static gboolean
all_fit (TlScene *scene, const TlSubject *subject, const List *list, const Sizes *sizes, const TlBox *room)
{
  gboolean fits = TRUE;

  for (guint i = 0; fits && i < list->items->len; i++)
    fits = item_height (scene, subject, list, i, sizes, room->width, &fits) <= room->height && fits;
  return fits;
}

/* The most letters for which all of the list has room. What is said of an item is smaller than its name. */
static Sizes
find_sizes (TlScene *scene, const TlSubject *subject, const List *list, const TlBox *room)
{
  Sizes sizes;

  for (double name = NAME; name > TL_SIZE_TEXT; name *= SHRINK)
    {
      sizes = (Sizes){ name, CLAMP (name * MORE, TL_SIZE_SMALL, MORE_MOST) };
      if (all_fit (scene, subject, list, &sizes, room))
        return sizes;
    }
  return (Sizes){ TL_SIZE_TEXT, TL_SIZE_SMALL };
}

/* In the letters of its style where it has room then. */
static TlLabel *
item_label (TlScene *scene, const TlLabelStyle *style, const char *text, double least, double width, double height)
{
  TlLabelStyle wrapped = *style;
  TlLabel *label;

  wrapped.lines = MANY_LINES;
  label = tl_scene_measure (scene, &wrapped, text, width);
  if (!label->whole && label->height <= height)
    return label;
  tl_label_free (label);
  return tl_slide_fit (scene, style, text, least, width, height);
}

/* One item: its name, and in quiet what there is to say of it. Of what has no room the end is left
 * out. Returns where it ends. */
static double
add_item (TlScene *scene, const char *name, const char *more, const Sizes *sizes, const TlBox *room)
{
  TlLabelStyle bold = { .size = sizes->name, .bold = TRUE, .ink = TL_INK_TEXT, .sentence = TRUE };
  TlLabelStyle quiet = { .size = sizes->more, .ink = TL_INK_QUIET, .sentence = TRUE };
  TlColour accent = tl_theme_ink (&scene->theme, TL_INK_ACCENT);
  gboolean whole = more && *more;
  double left
      = whole ? room->height - text_height (scene, sizes->more, FALSE, more, room->width, &whole) : room->height;
  double y = room->y;
  TlBox bar = { room->x - tl_scene_unit (scene, INDENT), room->y, tl_scene_unit (scene, BAR), 0 };
  TlLabel *label = item_label (scene, &bold, name, TL_SIZE_TEXT, room->width, MAX (left, room->height * NAMES));

  tl_scene_place (scene, label, room->x, y);
  y += label->height + tl_scene_unit (scene, LINE_GAP);
  if (more && *more)
    {
      label = item_label (scene, &quiet, more, TL_SIZE_SMALL, room->width, room->y + room->height - y + 0.5);
      tl_scene_place (scene, label, room->x, y);
      y += label->height;
    }
  bar.height = y - room->y;
  tl_scene_add_block (scene, &accent, &bar, bar.width / 2);
  return y;
}

/* What is left between the items of a slide, and below the last. */
static double
find_gap (TlScene *scene,
          const TlSubject *subject,
          const List *list,
          guint first,
          guint end,
          const Sizes *sizes,
          const TlBox *room,
          double bottom)
{
  gboolean whole;
  double left = bottom - room->y;

  for (guint i = first; i < end; i++)
    left -= MIN (item_height (scene, subject, list, i, sizes, room->width, &whole), room->height);
  return CLAMP (left / MAX (end - first, 1), tl_scene_unit (scene, GAP), tl_scene_unit (scene, GAP_MOST));
}

/* As many on each slide as on the others, or one fewer. */
static TlSlideLayout *
list_slide (const TlSlide *slide, const TlSubject *subject, TlScene *scene, const List *list)
{
  TlBox body = tl_slide_body (scene);
  g_autofree char *caption = NULL;
  guint of = MAX (slide->of, 1);
  guint first = (slide->number - 1) * list->items->len / of;
  guint end = MIN (slide->number * list->items->len / of, list->items->len);
  guint most = MAX ((list->items->len + of - 1) / of, 1);
  double indent = tl_scene_unit (scene, INDENT);
  TlBox room = { body.x + indent, 0, body.width - indent, 0 };
  double gap, bottom = body.y + body.height;
  Sizes sizes;

  if (slide->of > 1)
    /* TRANSLATORS: which page of a long list, as "2 of 3" */
    caption = g_strdup_printf (_ ("%u of %u"), slide->number, slide->of);
  room.y = tl_slide_add_heading (scene, caption, list->heading) + tl_scene_unit (scene, GAP);
  room.height = (bottom - room.y) / most - tl_scene_unit (scene, GAP);
  sizes = find_sizes (scene, subject, list, &room);
  gap = find_gap (scene, subject, list, first, end, &sizes, &room, bottom);
  for (guint i = first; i < end; i++)
    {
      gconstpointer item = g_ptr_array_index (list->items, i);
      g_autofree char *name = list->title (item);
      g_autofree char *more = list->words (subject, item);

      room.y = add_item (scene, name, more, &sizes, &room) + gap;
    }
  return tl_slide_layout_new (scene);
}

static const TlPoint *
last_point (const TlMeasure *measure)
{
  for (guint i = measure->points->len; i > 0; i--)
    {
      const TlPoint *point = g_ptr_array_index (measure->points, i - 1);

      if (!isnan (point->value))
        return point;
    }
  return NULL;
}

/* As people say it; what is no date stands as it is. */
static char *
day_words (const char *when)
{
  guint32 day = tl_day_read (when);
  GDate date;

  if (day == 0)
    return g_strdup (when);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return tl_words_date (&date);
}

static char *
measure_words (const TlSubject *subject, gconstpointer item)
{
  const TlMeasure *measure = item;
  const TlPoint *last = last_point (measure);
  g_autofree char *number = last ? tl_words_number (last->value) : NULL;
  g_autofree char *values = NULL;
  g_autofree char *day = NULL;

  if (!last)
    return g_strdup (_ ("No values yet"));
  values = g_strdup_printf (ngettext ("%u value", "%u values", measure->points->len), measure->points->len);
  day = day_words (last->when);
  if (!day)
    /* TRANSLATORS: a number of values; the last of them, and its unit */
    return g_strdup_printf (_ ("%s; the last one: %s %s"), values, number, measure->unit ? measure->unit : "");
  /* TRANSLATORS: a number of values; the last of them, its unit, and its day */
  return g_strdup_printf (_ ("%s; the last one: %s %s (%s)"), values, number, measure->unit ? measure->unit : "", day);
}

/* What it bears on; NULL for nothing. */
static char *
bears_on (const TlCondition *condition)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < condition->links->len; i++)
    {
      const TlLink *link = g_ptr_array_index (condition->links, i);
      const char *name = link->step ? link->step->name : link->demand ? link->demand->name : NULL;

      if (name)
        g_ptr_array_add (names, (gpointer) name);
    }
  return names->len > 0 ? tl_names_join (names) : NULL;
}

static char *
condition_words (const TlSubject *subject, gconstpointer item)
{
  const TlCondition *condition = item;
  g_autofree char *where = bears_on (condition);
  const char *kind = NULL;

  if (condition->kind != TL_CONDITION_OTHER)
    kind = _ (tl_choice_by_value (tl_condition_kind_choices (), condition->kind)->label);
  if (kind && where)
    /* TRANSLATORS: the kind of a system condition, as "Policy", and names of steps and demands */
    return g_strdup_printf (_ ("%s. It bears on %s"), kind, where);
  /* TRANSLATORS: of a system condition: names of steps and demands */
  return where ? g_strdup_printf (_ ("It bears on %s"), where) : g_strdup (kind);
}

static char *
thinking_title (gconstpointer item)
{
  return g_strdup_printf (_ ("“%s”"), ((const TlCondition *) item)->thinking);
}

static char *
thinking_words (const TlSubject *subject, gconstpointer item)
{
  g_autofree char *name = tl_words_name (tl_item_name (item));

  /* TRANSLATORS: below the thinking: the system condition that it made */
  return g_strdup_printf (_ ("It made so: %s"), name);
}

static char *
plain_title (gconstpointer item)
{
  return tl_words_name (tl_item_name (item));
}

/**
 * tl_slide_thought_conditions:
 * @study: a study
 *
 * Returns: (transfer container) (element-type TlCondition): the conditions whose thinking is written
 *   down
 */
GPtrArray *
tl_slide_thought_conditions (const TlStudy *study)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < study->conditions->len; i++)
    if (((TlCondition *) g_ptr_array_index (study->conditions, i))->thinking)
      g_ptr_array_add (found, g_ptr_array_index (study->conditions, i));
  return found;
}

/* tl_slide_measures: what the system achieves; its charts are not drawn yet. */
TlSlideLayout *
tl_slide_measures (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  const List list
      = { _ ("What does the system predictably achieve?"), subject->study->measures, plain_title, measure_words };

  return list_slide (slide, subject, scene, &list);
}

/* tl_slide_conditions: why the flow behaves as it does. */
TlSlideLayout *
tl_slide_conditions (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  const List list = { _ ("Why does it behave like this?"), subject->study->conditions, plain_title, condition_words };

  return list_slide (slide, subject, scene, &list);
}

/* tl_slide_thinking: the assumptions behind that. */
TlSlideLayout *
tl_slide_thinking (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  g_autoptr (GPtrArray) thought = tl_slide_thought_conditions (subject->study);
  const List list = { _ ("What thinking made it so?"), thought, thinking_title, thinking_words };

  return list_slide (slide, subject, scene, &list);
}
