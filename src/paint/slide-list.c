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
  TlLabelStyle bold
      = { .size = TL_SLIDE_LARGE, .bold = TRUE, .ink = TL_INK_TEXT, .sentence = TRUE };
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

typedef char *(*Say) (const TlSubject *subject, gconstpointer item);

static TlSlideLayout *
list_slide (const TlSlide *slide,
            const TlSubject *subject,
            TlScene *scene,
            const char *heading,
            GPtrArray *items,
            Say say)
{
  TlBox body = tl_slide_body (scene);
  g_autofree char *caption = NULL;
  guint first = (slide->number - 1) * TL_SLIDE_LIST_MOST;
  guint rows = MIN (TL_SLIDE_LIST_MOST, items->len - MIN (first, items->len));
  double top, pitch, gap = tl_scene_unit (scene, GAP);

  if (slide->of > 1)
    /* TRANSLATORS: which page of a long list, as "2 of 3" */
    caption = g_strdup_printf (_ ("%u of %u"), slide->number, slide->of);
  top = tl_slide_add_heading (scene, caption, heading) + gap;
  pitch = MIN ((body.y + body.height - top) / MAX (rows, 1), tl_scene_unit (scene, 150));
  for (guint i = 0; i < rows; i++)
    {
      gconstpointer item = g_ptr_array_index (items, first + i);
      g_autofree char *name = tl_words_name (tl_item_name (item));
      g_autofree char *more = say (subject, item);

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
  values = g_strdup_printf (ngettext ("%u value", "%u values", measure->points->len),
                            measure->points->len);
  /* TRANSLATORS: a number of values; the last of them, its unit, and its day */
  return g_strdup_printf (_ ("%s; the last one: %s %s (%s)"), values, number,
                          measure->unit ? measure->unit : "", last->when ? last->when : "–");
}

static char *
condition_words (const TlSubject *subject, gconstpointer item)
{
  const TlCondition *condition = item;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *where = NULL;

  for (guint i = 0; i < condition->links->len; i++)
    {
      const TlLink *link = g_ptr_array_index (condition->links, i);
      const char *name = link->step ? link->step->name : link->demand ? link->demand->name : NULL;

      if (name)
        g_ptr_array_add (names, (gpointer) name);
    }
  where = names->len > 0 ? tl_names_join (names) : NULL;
  if (condition->thinking && where)
    /* TRANSLATORS: the thinking behind a system condition, and names of steps and demands */
    return g_strdup_printf (_ ("The thinking: “%s”. It bears on %s"), condition->thinking, where);
  if (condition->thinking)
    return g_strdup_printf (_ ("The thinking: “%s”"), condition->thinking);
  /* TRANSLATORS: of a system condition: names of steps and demands */
  return where ? g_strdup_printf (_ ("It bears on %s"), where) : NULL;
}

/* tl_slide_measures: what the system achieves; its charts are not drawn yet. */
TlSlideLayout *
tl_slide_measures (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  return list_slide (slide, subject, scene, _ ("What does the system predictably achieve?"),
                     subject->study->measures, measure_words);
}

/* tl_slide_conditions: why the flow behaves as it does, and the thinking behind it. */
TlSlideLayout *
tl_slide_conditions (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  return list_slide (slide, subject, scene, _ ("Why does it behave like this?"),
                     subject->study->conditions, condition_words);
}
