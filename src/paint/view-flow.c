/* view-flow.c: the flow as it stands on the canvas, made to fit. */
#include "paint/view.h"

#include "paint/flow-differing.h"
#include "paint/flow-legend.h"
#include "paint/flow-picture.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A flow of three steps is not blown up to the size of a wall. */
#define MOST_ZOOM 1.6
/* Between the flow and its legend, at 100 %. */
#define LEGEND_GAP 14.0

/**
 * FlowPart:
 *
 * The picture of a flow, and how it is fitted into the body of a chart.
 */
typedef struct
{
  TlFlowGeometry *geometry;
  TlFlowPicture *picture;
  TlFlowDifferences *differences; /* NULL where none are marked */
  TlTheme theme;
  double zoom;
  double name_unit; /* of the flow, one point of a lane's name */
  double dx;
  double dy;
} FlowPart;

static void
flow_part_free (gpointer data)
{
  FlowPart *part = data;

  tl_flow_differences_free (part->differences);
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
  part->name_unit = tl_scene_unit (scene, 1) / zoom;
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
  if (part->differences)
    tl_flow_differing_paint (part->geometry, part->differences, &part->theme, cr, NULL, 1);
  tl_flow_picture_paint_lane_names (part->picture, cr, NULL, part->name_unit, 0);
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

/* Under the flow, over the footer. Returns: what is left for the flow */
static TlBox
add_legend (TlScene *scene, const TlSubject *subject, const TlFlowDifferences *differences, const TlBox *body)
{
  g_autoptr (TlFlowLens) lens = tl_flow_lens_new (subject->lens, subject->study, subject->flow, subject->capacity);
  g_autoptr (TlScene) scratch = tl_scene_new (&scene->theme, scene->theme.scale, scene->width, scene->height);
  double height = tl_flow_legend_add (scratch, lens, body, NULL);
  double gap = tl_scene_unit (scene, LEGEND_GAP);
  double more = differences ? tl_flow_differing_legend (scratch, differences, body, NULL) + gap / 2 : 0;
  TlBox place = { body->x, body->y + body->height - height, body->width, height };
  TlBox above = { place.x, place.y - more, place.width, more };
  TlBox rest = { body->x, body->y, body->width, body->height - height - more - gap };

  tl_flow_legend_add (scene, lens, &place, NULL);
  if (differences)
    tl_flow_differing_legend (scene, differences, &above, NULL);
  return rest;
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *whole)
{
  FlowPart *part;
  TlBox left, *body = &left;
  g_autoptr (TlFlowDifferences) differences
      = subject->differs_from ? tl_flow_differences_new (subject->differs_from, subject->flow) : NULL;

  left = add_legend (scene, subject, differences, whole);
  if (!(body->height > 0))
    return;
  part = g_new0 (FlowPart, 1);
  part->differences = g_steal_pointer (&differences);
  part->theme = scene->theme;
  part->theme.scale = 1;
  part->geometry = tl_flow_geometry_new (subject->study, subject->flow);
  part->picture
      = tl_flow_picture_new (subject->study, subject->flow, part->geometry, subject->capacity, &part->theme, NULL);
  tl_flow_picture_set_lens (part->picture, subject->lens);
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
class_finding (const TlSubject *subject)
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
    return g_strdup_printf (ngettext ("%u step, not judged yet", "%u steps, none judged yet", steps->len), steps->len);
  waste_words = g_strdup_printf (ngettext ("%u of %u step is waste", "%u of %u steps are waste", steps->len), waste,
                                 steps->len);
  if (judged == steps->len)
    return g_steal_pointer (&waste_words);
  /* TRANSLATORS: words as "3 of 5 steps are waste", and a number of steps */
  return g_strdup_printf (ngettext ("%s, %u is not judged yet", "%s, %u are not judged yet", steps->len - judged),
                          waste_words, steps->len - judged);
}

static char *
hours_finding (const TlFlowLens *lens, const char *step)
{
  double most = lens->most / lens->total;
  g_autofree char *share = tl_words_share (most);
  g_autofree char *hours = tl_words_hours_per (lens->total, lens->period);

  /* TRANSLATORS: a step's name, a share as "78 %", and "689 h a week" */
  return g_strdup_printf (_ ("“%s” takes %s of the hours (of %s)"), step, share, hours);
}

static char *
wait_finding (const TlFlowLens *lens, const char *step)
{
  g_autofree char *share = tl_words_share (lens->most / lens->total);
  g_autofree char *most = tl_words_time (lens->most);
  g_autofree char *total = tl_words_time (lens->total);

  if (lens->each_visit)
    /* TRANSLATORS: a time, and a step's name */
    return g_strdup_printf (_ ("The longest wait is %s, at “%s”"), most, step);
  /* TRANSLATORS: a time, a share as "99 %", and a step's name */
  return g_strdup_printf (_ ("The customer waits %s, %s of it at “%s”"), total, share, step);
}

static char *
role_finding (const TlFlow *flow)
{
  g_autoptr (GHashTable) roles = g_hash_table_new (NULL, NULL);
  guint hand_overs = 0;

  for (guint i = 0; i < flow->steps->len; i++)
    if (((TlStep *) g_ptr_array_index (flow->steps, i))->role != NULL)
      g_hash_table_add (roles, ((TlStep *) g_ptr_array_index (flow->steps, i))->role);
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *connector = g_ptr_array_index (flow->connectors, i);
      hand_overs += connector->from != NULL && connector->to != NULL && connector->from->role != NULL
                    && connector->to->role != NULL && connector->from->role != connector->to->role;
    }
  if (g_hash_table_size (roles) < 2)
    return g_strdup (_ ("One role does it all"));
  /* TRANSLATORS: how often a connector leads from one role to another */
  return g_strdup_printf (_ ("Ways on which work changes hands: %u"), hand_overs);
}

/* What the lens found; where it has nothing to show, what the flow is like. */
static char *
finding (const TlSubject *subject)
{
  g_autoptr (TlFlowLens) lens = tl_flow_lens_new (subject->lens, subject->study, subject->flow, subject->capacity);
  const TlStep *first = tl_flow_lens_first (lens);
  g_autofree char *name = first != NULL ? tl_words_name (first->name) : NULL;

  if (lens->missing != NULL)
    return class_finding (subject);
  switch (subject->lens)
    {
    case TL_LENS_RIVER:
      return tl_capacity_contacts_sentence (subject->capacity);
    case TL_LENS_HOURS:
      return hours_finding (lens, name);
    case TL_LENS_WAIT:
      return wait_finding (lens, name);
    case TL_LENS_ROLE:
      return role_finding (subject->flow);
    case TL_LENS_CLASS:
    case TL_N_LENSES:
    default:
      return class_finding (subject);
    }
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
