#include "paint/slide-list.h"

#include <math.h>

#include "analysis/names.h"
#include "paint/slide-parts.h"
#include "paint/words.h"
#include "study/condition.h"
#include "study/measure.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define BAR 5.0
#define INDENT 20.0
#define GAP 14.0

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

/* One item: its name, and in quiet what there is to say of it. Of what has no room the end is left
 * out. */
static void
add_item (TlScene *scene, const char *name, const char *more, const TlBox *room)
{
  TlLabelStyle bold = { .size = TL_SLIDE_LARGE, .bold = TRUE, .ink = TL_INK_TEXT, .sentence = TRUE };
  TlLabelStyle quiet = { .size = 20, .ink = TL_INK_QUIET, .sentence = TRUE };
  TlColour accent = tl_theme_ink (&scene->theme, TL_INK_ACCENT);
  double indent = tl_scene_unit (scene, INDENT);
  double width = room->width - indent;
  double share = more && *more ? 0.5 : 1;
  TlLabel *label = tl_slide_fit (scene, &bold, name, TL_SIZE_TEXT, width, room->height * share);
  double y = room->y;
  TlBox bar = { room->x, room->y, tl_scene_unit (scene, BAR), 0 };

  tl_scene_place (scene, label, room->x + indent, y);
  y += label->height + tl_scene_unit (scene, 2);
  if (more && *more)
    {
      label = tl_slide_fit (scene, &quiet, more, TL_SIZE_SMALL, width, room->y + room->height - y);
      tl_scene_place (scene, label, room->x + indent, y);
      y += label->height;
    }
  bar.height = y - room->y;
  tl_scene_add_block (scene, &accent, &bar, bar.width / 2);
}

/* What a list is of. */
typedef struct
{
  const char *heading;
  GPtrArray *items;
  char *(*title) (gconstpointer item);
  char *(*words) (const TlSubject *subject, gconstpointer item);
} List;

static TlSlideLayout *
list_slide (const TlSlide *slide, const TlSubject *subject, TlScene *scene, const List *list)
{
  TlBox body = tl_slide_body (scene);
  g_autofree char *caption = NULL;
  guint first = (slide->number - 1) * TL_SLIDE_LIST_MOST;
  guint rows = MIN (TL_SLIDE_LIST_MOST, list->items->len - MIN (first, list->items->len));
  double top, pitch, gap = tl_scene_unit (scene, GAP);

  if (slide->of > 1)
    /* TRANSLATORS: which page of a long list, as "2 of 3" */
    caption = g_strdup_printf (_ ("%u of %u"), slide->number, slide->of);
  top = tl_slide_add_heading (scene, caption, list->heading) + gap;
  pitch = MIN ((body.y + body.height - top) / MAX (rows, 1), tl_scene_unit (scene, 150));
  for (guint i = 0; i < rows; i++)
    {
      gconstpointer item = g_ptr_array_index (list->items, first + i);
      g_autofree char *name = list->title (item);
      g_autofree char *more = list->words (subject, item);

      add_item (scene, name, more, &(TlBox){ body.x, top + i * pitch, body.width, pitch - gap });
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

static char *
measure_words (const TlSubject *subject, gconstpointer item)
{
  const TlMeasure *measure = item;
  const TlPoint *last = last_point (measure);
  g_autofree char *number = last ? tl_words_number (last->value) : NULL;
  g_autofree char *values = NULL;

  if (!last)
    return g_strdup (_ ("No values yet"));
  values = g_strdup_printf (ngettext ("%u value", "%u values", measure->points->len), measure->points->len);
  /* TRANSLATORS: a number of values; the last of them, its unit, and its day */
  return g_strdup_printf (_ ("%s; the last one: %s %s (%s)"), values, number, measure->unit ? measure->unit : "",
                          last->when ? last->when : "–");
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
