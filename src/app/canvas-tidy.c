#include "app/canvas-tidy.h"

#include <adwaita.h>

#include "app/canvas-private.h"
#include "app/settings.h"
#include "layout/flow-blend.h"
#include "layout/tidy.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Long enough for the room to follow where a step went, short enough not to wait for. */
#define GLIDE_MS 350
/* A flow so large is only seen as a whole; gliding it would stutter. */
#define MOST_GLIDING 400

struct _TlGlide
{
  AdwAnimation *animation;
  TlFlowGeometry *from;
  TlFlowGeometry *to;
  TlViewport view_from;
  TlViewport view_to;
  gboolean moves_view;
};

static double
between (double from, double to, double part)
{
  return from + (to - from) * part;
}

static void
free_glide (TlGlide *glide)
{
  g_object_unref (glide->animation);
  tl_flow_geometry_unref (glide->from);
  tl_flow_geometry_unref (glide->to);
  g_free (glide);
}

/* Draws the flow as it is at @part of the way. */
static void
show_part (TlCanvas *self, double part)
{
  const TlGlide *glide = self->glide;

  tl_flow_geometry_unref (self->geometry);
  self->geometry = tl_flow_geometry_blend (glide->from, glide->to, part);
  if (glide->moves_view)
    {
      self->viewport.zoom = between (glide->view_from.zoom, glide->view_to.zoom, part);
      self->viewport.x = between (glide->view_from.x, glide->view_to.x, part);
      self->viewport.y = between (glide->view_from.y, glide->view_to.y, part);
    }
  tl_canvas_forget_picture (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_part (double part, gpointer data)
{
  TlCanvas *self = data;

  if (self->glide && self->geometry)
    show_part (self, part);
}

static void
on_done (TlCanvas *self)
{
  tl_canvas_end_glide (self);
}

/* Puts the flow where it is going, at once, if it is on its way. */
void
tl_canvas_end_glide (TlCanvas *self)
{
  TlGlide *glide = g_steal_pointer (&self->glide);

  if (!glide)
    return;
  g_signal_handlers_disconnect_by_data (glide->animation, self);
  adw_animation_pause (glide->animation);
  g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  self->geometry = tl_flow_geometry_ref (glide->to);
  if (glide->moves_view)
    self->viewport = glide->view_to;
  tl_canvas_forget_picture (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  free_glide (glide);
}

/* A view that showed all goes on showing all, another one goes where there is something to see.
 * Returns: the view of the flow as it stands now */
static TlViewport
find_view (TlCanvas *self, gboolean whole)
{
  TlViewport before = self->viewport, view;

  if (self->width <= 0)
    return before;
  if (self->fitted)
    tl_canvas_fit (self);
  else if (whole)
    tl_canvas_find_flow (self, &self->viewport);
  view = self->viewport;
  self->viewport = before;
  return view;
}

/* Lets the flow, the @whole of it or some steps, glide from @from, where it was drawn, to where it stands now. Nothing
 * of that is in the history. Where animations are switched off it is there at once. */
static void
glide_from (TlCanvas *self, TlFlowGeometry *from, gboolean whole)
{
  TlFlowGeometry *to = tl_canvas_geometry (self);
  TlViewport view = find_view (self, whole);
  TlGlide *glide;

  if (from->steps->len > MOST_GLIDING || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->viewport = view;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }
  glide = g_new0 (TlGlide, 1);
  glide->from = tl_flow_geometry_ref (from);
  glide->to = tl_flow_geometry_ref (to);
  glide->view_from = self->viewport;
  glide->view_to = view;
  glide->moves_view = self->fitted || whole;
  glide->animation = g_object_ref_sink (adw_timed_animation_new (
      GTK_WIDGET (self), 0, 1, GLIDE_MS, adw_callback_animation_target_new (on_part, self, NULL)));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (glide->animation), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_swapped (glide->animation, "done", G_CALLBACK (on_done), self);
  self->glide = glide;
  adw_animation_play (glide->animation);
}

static gboolean
setting (const char *key, gboolean otherwise)
{
  GSettings *settings = tl_settings_get ();

  return settings ? g_settings_get_boolean (settings, key) : otherwise;
}

/* Lays the flow out, or some steps of it, within an entry of the history. */
static void
lay_out (TlCanvas *self, GPtrArray *only)
{
  TlTidyOptions options = { setting ("tidy-down", FALSE), setting ("tidy-wrap", TRUE), only };
  g_autoptr (GArray) places = tl_flow_tidy (tl_document_study (self->document), self->flow, &options);

  tl_tidy_apply (tl_canvas_history (self), places, _ ("Tidy"));
}

static void
tidy (TlCanvas *self, GPtrArray *only)
{
  TlHistory *history = tl_canvas_history (self);
  g_autoptr (TlFlowGeometry) before = NULL;

  tl_canvas_end_glide (self);
  before = tl_flow_geometry_ref (tl_canvas_geometry (self));
  tl_history_settle (history);
  tl_history_begin (history, only ? _ ("Tidy the selection") : _ ("Tidy the flow"), NULL);
  if (only)
    tl_canvas_hold_places (self);
  lay_out (self, only);
  tl_history_end (history);
  tl_canvas_stop_travel (self);
  glide_from (self, before, only == NULL);
  if (only && !self->fitted && tl_selection_focus (tl_canvas_selection (self)))
    tl_canvas_reveal (self, tl_selection_focus (tl_canvas_selection (self)));
}

/* Lanes are hidden: what was laid out in them is laid out without, as one entry of the history. */
void
tl_canvas_lay_out_without_lanes (TlCanvas *self)
{
  TlHistory *history = tl_canvas_history (self);
  g_autoptr (TlFlowGeometry) before = tl_flow_geometry_ref (tl_canvas_geometry (self));

  tl_history_begin (history, _ ("Hide lanes"), NULL);
  tl_history_apply (history, tl_edit_new_set_choice (self->flow, "lanes", TL_NO));
  lay_out (self, NULL);
  tl_history_end (history);
  tl_canvas_stop_travel (self);
  glide_from (self, before, TRUE);
}

/* Makes the whole flow tidy. */
void
tl_canvas_tidy (TlCanvas *self)
{
  tl_canvas_finish_naming (self);
  if (tl_canvas_can_edit (self) && self->flow->steps->len)
    tidy (self, NULL);
}

/* Makes the selected steps tidy; the others stay. */
void
tl_canvas_tidy_selection (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = NULL;

  tl_canvas_finish_naming (self);
  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  if (steps->len < 2)
    tl_canvas_say (self, _ ("Select the steps to tidy first: drag a frame around them"));
  else
    tidy (self, steps);
}

static void
on_flow (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (data);
  tl_canvas_tidy (data);
}

static void
on_selection (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (data);
  tl_canvas_tidy_selection (data);
}

/* Which way the flow goes is seen at once. */
static void
on_option (GSimpleAction *action, GVariant *state, gpointer data)
{
  TlCanvas *self = data;
  GSettings *settings = tl_settings_get ();
  g_autofree char *key = g_strdup_printf ("tidy-%s", g_action_get_name (G_ACTION (action)));

  g_simple_action_set_state (action, state);
  if (settings)
    g_settings_set_boolean (settings, key, g_variant_get_boolean (state));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tl_canvas_tidy (self);
}

/* Lanes run through the whole flow, so in lanes there is one way only; the menu says so then. */
static void
on_in_lanes (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (data);
  tl_canvas_say (data,
                 _ ("Lanes run from left to right: hide them (6) to lay the flow out in rows or from top to bottom"));
}

/* Options mean nothing in lanes, and that says why means nothing elsewhere. */
static void
enable_by_lanes (TlCanvas *self, GActionMap *group)
{
  static const char *const options[] = { "down", "wrap" };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_object_bind_property (self, "show-lanes", g_action_map_lookup_action (group, options[i]), "enabled",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (self, "show-lanes", g_action_map_lookup_action (group, "in-lanes"), "enabled",
                          G_BINDING_SYNC_CREATE);
}

/**
 * tl_canvas_tidy_actions:
 * @self: a canvas
 *
 * For a menu beside the canvas: `flow` and `selection` tidy; `down` and `wrap` say how, are remembered,
 * and tidy at once. In lanes these can't be chosen; `in-lanes` can then, and says why.
 *
 * Returns: (transfer full): the actions
 */
GSimpleActionGroup *
tl_canvas_tidy_actions (TlCanvas *self)
{
  static const GActionEntry entries[] = {
    { "flow", on_flow },
    { "selection", on_selection },
    { "down", NULL, NULL, "false", on_option },
    { "wrap", NULL, NULL, "true", on_option },
    { "in-lanes", on_in_lanes },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  GAction *action;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  action = g_action_map_lookup_action (G_ACTION_MAP (group), "down");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (setting ("tidy-down", FALSE)));
  action = g_action_map_lookup_action (G_ACTION_MAP (group), "wrap");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (setting ("tidy-wrap", TRUE)));
  enable_by_lanes (self, G_ACTION_MAP (group));
  return group;
}
