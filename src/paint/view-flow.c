/* view-flow.c: the flow as it stands on the canvas, made to fit. */
#include "paint/view.h"

#include "paint/flow-picture.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A flow of three steps is not blown up to the size of a wall. */
#define MOST_ZOOM 1.6

/**
 * FlowPart:
 *
 * The picture of a flow, and how it is fitted into the body of a chart.
 */
typedef struct
{
  TlFlowGeometry *geometry;
  TlFlowPicture *picture;
  TlTheme theme;
  double zoom;
  double dx;
  double dy;
} FlowPart;

static void
flow_part_free (gpointer data)
{
  FlowPart *part = data;

  tl_flow_picture_free (part->picture);
  tl_flow_geometry_unref (part->geometry);
  g_free (part);
}

static void
fit (FlowPart *part, const TlScene *scene, const TlBox *body)
{
  const TlBox *bounds = &part->geometry->bounds;
  double zoom = tl_scene_unit (scene, MOST_ZOOM);

  if (bounds->width > 0)
    zoom = MIN (zoom, body->width / bounds->width);
  if (bounds->height > 0)
    zoom = MIN (zoom, body->height / bounds->height);
  part->zoom = zoom;
  part->dx = body->x + (body->width - bounds->width * zoom) / 2 - bounds->x * zoom;
  part->dy = body->y + (body->height - bounds->height * zoom) / 2 - bounds->y * zoom;
}

static void
paint_flow (cairo_t *cr, gpointer data)
{
  FlowPart *part = data;

  cairo_translate (cr, part->dx, part->dy);
  cairo_scale (cr, part->zoom, part->zoom);
  /* At zoom 1 nothing is left out: a picture can be zoomed by who looks at it. */
  tl_flow_picture_paint (part->picture, cr, &part->geometry->bounds, 1, NULL);
}

static void
add_hints (TlScene *scene, const FlowPart *part)
{
  for (guint i = 0; i < part->geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (part->geometry->steps, TlStepBox, i);
      TlBox box = { part->dx + step->box.x * part->zoom, part->dy + step->box.y * part->zoom,
                    step->box.width * part->zoom, step->box.height * part->zoom };
      g_autofree char *name = tl_words_name (step->step->name);

      tl_scene_add_hint (scene, &box, name);
    }
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  FlowPart *part;

  if (!(body->height > 0))
    return;
  part = g_new0 (FlowPart, 1);
  part->theme = scene->theme;
  part->theme.scale = 1;
  part->geometry = tl_flow_geometry_new (subject->study, subject->flow);
  part->picture = tl_flow_picture_new (subject->study, subject->flow, part->geometry,
                                       subject->capacity, &part->theme, NULL);
  fit (part, scene, body);
  tl_scene_add_picture (scene, paint_flow, part, flow_part_free);
  add_hints (scene, part);
}

/* A message about the numbers does not keep the flow from being drawn. */
static char *
nothing (const TlSubject *subject)
{
  if (subject->flow && subject->flow->steps->len > 0)
    return NULL;
  return g_strdup (subject->message ? subject->message : _ ("Draw the first step of the flow."));
}

static char *
finding (const TlSubject *subject)
{
  const GPtrArray *steps = subject->flow->steps;
  g_autofree char *waste_words = NULL;
  guint waste = 0;
  guint judged = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const TlStep *step = g_ptr_array_index (steps, i);

      waste += step->class == TL_CLASS_WASTE;
      judged += step->class != TL_CLASS_NONE;
    }
  if (judged == 0)
    return g_strdup_printf (
        ngettext ("%u step, not judged yet", "%u steps, none judged yet", steps->len), steps->len);
  waste_words = g_strdup_printf (
      ngettext ("%u of %u step is waste", "%u of %u steps are waste", steps->len), waste,
      steps->len);
  if (judged == steps->len)
    return g_steal_pointer (&waste_words);
  /* TRANSLATORS: words as "3 of 5 steps are waste", and a number of steps */
  return g_strdup_printf (
      ngettext ("%s, %u is not judged yet", "%s, %u are not judged yet", steps->len - judged),
      waste_words, steps->len - judged);
}

static char *
count (const TlSubject *subject)
{
  return subject->capacity ? tl_view_count_contacts (subject) : NULL;
}

static double
least (const TlSubject *subject)
{
  return 120;
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  return tl_scene_unit (scene, 440);
}

const TlViewType tl_view_flow_type = {
  .nick = "flow",
  .label = N_ ("Flow"),
  .nothing = nothing,
  .finding = finding,
  .count = count,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
