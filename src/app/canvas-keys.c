#include "app/canvas-private.h"

#include "layout/flow-walk.h"

#define NUDGE 8.0

/* Letters of one word follow one another so soon, in milliseconds. */
#define TYPED_ON 700

static void
walk (TlCanvas *self, TlWalk way)
{
  TlItem *focus, *next;

  if (!self->flow)
    return;
  focus = tl_selection_focus (tl_canvas_selection (self));
  next = tl_flow_walk (self->flow, tl_canvas_geometry (self), focus, way);
  if (next)
    tl_canvas_select (self, next);
}

static void
walk_connector (TlCanvas *self, gboolean outgoing)
{
  TlItem *focus = self->flow ? tl_selection_focus (tl_canvas_selection (self)) : NULL;
  TlConnector *next = focus ? tl_flow_walk_connector (self->flow, focus, outgoing) : NULL;

  if (next)
    tl_canvas_select (self, next);
}

/* What a team presses while it talks. A row with modifiers comes before the plain one of that key. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_a, GDK_CONTROL_MASK, "canvas.select-all" },
  { GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.select-none" },
  { GDK_KEY_i, GDK_CONTROL_MASK, "canvas.select-others" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "canvas.copy" },
  { GDK_KEY_x, GDK_CONTROL_MASK, "canvas.cut" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "canvas.paste" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "canvas.duplicate" },
  { GDK_KEY_f, GDK_CONTROL_MASK, "canvas.find" },
  { GDK_KEY_g, GDK_CONTROL_MASK, "canvas.find" },
  { GDK_KEY_l, GDK_CONTROL_MASK, "canvas.tidy" },
  { GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.tidy-selection" },
  { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.select-downstream" },
  { GDK_KEY_v, GDK_SHIFT_MASK, "canvas.select-same-class" },
  { GDK_KEY_w, GDK_SHIFT_MASK, "canvas.select-same-waste" },
  { GDK_KEY_l, GDK_SHIFT_MASK, "canvas.select-same-role" },
  { GDK_KEY_k, GDK_SHIFT_MASK, "canvas.select-same-kind" },
  { GDK_KEY_Left, GDK_ALT_MASK, "canvas.align-left" },
  { GDK_KEY_Right, GDK_ALT_MASK, "canvas.align-right" },
  { GDK_KEY_Up, GDK_ALT_MASK, "canvas.align-top" },
  { GDK_KEY_Down, GDK_ALT_MASK, "canvas.align-bottom" },
  { GDK_KEY_c, GDK_ALT_MASK, "canvas.align-centre" },
  { GDK_KEY_m, GDK_ALT_MASK, "canvas.align-middle" },
  { GDK_KEY_h, GDK_ALT_MASK, "canvas.distribute-across" },
  { GDK_KEY_v, GDK_ALT_MASK, "canvas.distribute-down" },
  { GDK_KEY_Delete, GDK_CONTROL_MASK, "canvas.splice" },
  { GDK_KEY_KP_Delete, GDK_CONTROL_MASK, "canvas.splice" },
  { GDK_KEY_BackSpace, GDK_CONTROL_MASK, "canvas.splice" },
  { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, "canvas.add-branch" },
  { GDK_KEY_c, GDK_SHIFT_MASK, "canvas.connect-in-order" },
  { GDK_KEY_Return, GDK_SHIFT_MASK, "canvas.add-note" },
  { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "canvas.add-note" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.menu" },
  { GDK_KEY_Menu, 0, "canvas.menu" },
  { GDK_KEY_Tab, 0, "canvas.add-step" },
  { GDK_KEY_Return, 0, "canvas.rename" },
  { GDK_KEY_KP_Enter, 0, "canvas.rename" },
  { GDK_KEY_F2, 0, "canvas.rename" },
  { GDK_KEY_Delete, 0, "canvas.delete" },
  { GDK_KEY_KP_Delete, 0, "canvas.delete" },
  { GDK_KEY_BackSpace, 0, "canvas.delete" },
  { GDK_KEY_Escape, 0, "canvas.select-none" },
  { GDK_KEY_n, 0, "canvas.add-note" },
  { GDK_KEY_i, 0, "canvas.insert" },
  { GDK_KEY_c, 0, "canvas.connect" },
  { GDK_KEY_v, 0, "canvas.mark-value" },
  { GDK_KEY_w, 0, "canvas.mark-waste" },
  { GDK_KEY_u, 0, "canvas.mark-none" },
  { GDK_KEY_k, 0, "canvas.kind" },
  { GDK_KEY_t, 0, "canvas.times" },
  { GDK_KEY_s, 0, "canvas.share" },
  { GDK_KEY_l, 0, "canvas.role" },
  { GDK_KEY_f, 0, "canvas.raise-failure" },
  { GDK_KEY_e, 0, "canvas.let-enter" },
  { GDK_KEY_y, 0, "canvas.why" },
  { GDK_KEY_r, 0, "canvas.toggle-rework" },
  { GDK_KEY_plus, 0, "canvas.zoom-in" },
  { GDK_KEY_equal, 0, "canvas.zoom-in" },
  { GDK_KEY_KP_Add, 0, "canvas.zoom-in" },
  { GDK_KEY_minus, 0, "canvas.zoom-out" },
  { GDK_KEY_KP_Subtract, 0, "canvas.zoom-out" },
  { GDK_KEY_0, 0, "canvas.zoom-100" },
  { GDK_KEY_Home, 0, "canvas.zoom-fit" },
  { GDK_KEY_z, 0, "canvas.zoom-selection" },
  { GDK_KEY_m, 0, "canvas.minimap" },
  { GDK_KEY_1, 0, "canvas.lens-class" },
  { GDK_KEY_2, 0, "canvas.lens-river" },
  { GDK_KEY_3, 0, "canvas.lens-hours" },
  { GDK_KEY_4, 0, "canvas.lens-wait" },
  { GDK_KEY_5, 0, "canvas.lens-role" },
  { GDK_KEY_6, 0, "canvas.lanes" },
  { GDK_KEY_7, 0, "canvas.legend" },
  { GDK_KEY_8, 0, "win.show-differing" },
};

static gboolean
arrow (guint key, TlWalk *way)
{
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *way = TL_WALK_RIGHT;
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *way = TL_WALK_LEFT;
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *way = TL_WALK_UP;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *way = TL_WALK_DOWN;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
nudge (TlCanvas *self, TlWalk way)
{
  double dx = way == TL_WALK_RIGHT ? NUDGE : way == TL_WALK_LEFT ? -NUDGE : 0;
  double dy = way == TL_WALK_DOWN ? NUDGE : way == TL_WALK_UP ? -NUDGE : 0;
  g_autofree char *gesture = g_strdup_printf ("nudge %p", tl_selection_focus (tl_canvas_selection (self)));

  tl_canvas_move_selected (self, dx, dy, gesture);
}

static gboolean
on_arrow (TlCanvas *self, TlWalk way, GdkModifierType modifiers)
{
  if (modifiers == 0)
    walk (self, way);
  else if (modifiers == GDK_SHIFT_MASK && (way == TL_WALK_RIGHT || way == TL_WALK_LEFT))
    walk_connector (self, way == TL_WALK_RIGHT);
  else if (modifiers == GDK_CONTROL_MASK && self->document)
    nudge (self, way);
  else
    return FALSE;
  return TRUE;
}

/* Shift is needed for plus on some keyboards and follows from caps lock on others: where it means
 * nothing else it is passed over. */
static const char *
action_of (guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key && keys[i].modifiers == modifiers)
      return keys[i].action;
  if (modifiers == GDK_SHIFT_MASK)
    return action_of (key, 0);
  return NULL;
}

static gboolean
is_tab (guint key)
{
  return key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab;
}

/* While a name is typed only Tab is the canvas's: it keeps the name and adds the next step. */
static gboolean
is_ours (TlCanvas *self, guint key)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (tl_canvas_has_keyboard (self))
    return TRUE;
  return self->naming && is_tab (key) && focus && gtk_widget_is_ancestor (focus, self->name_entry);
}

/* With nothing selected Shift+Tab goes where it goes everywhere: out of the canvas. */
static gboolean
leads_out (TlCanvas *self, guint key)
{
  return key == GDK_KEY_ISO_Left_Tab && !self->naming
         && (!self->document || tl_selection_size (tl_canvas_selection (self)) == 0);
}

/* On an empty sheet there is nothing that a letter could mark: any letter begins the first step's name, N as well,
 * which may be that of "New request". */
static gboolean
begin_by_typing (TlCanvas *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if (self->naming || !self->flow || self->flow->steps->len || !g_unichar_isgraph (letter))
    return FALSE;
  if (tl_canvas_add_step_after (self, NULL))
    tl_canvas_type_into_name (self, letter);
  return TRUE;
}

/* Who types "Call centre" after an L that had no step to ask about means none of its letters as a command: they
 * say nothing until there is a pause, or another key. */
static gboolean
is_typed_in_vain (TlCanvas *self, guint key, GdkModifierType modifiers, guint32 time)
{
  gboolean is_letter = !(modifiers & ~GDK_SHIFT_MASK) && g_unichar_isprint (gdk_keyval_to_unicode (key));

  if (key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R)
    return FALSE;
  self->in_vain = self->in_vain && is_letter && !self->naming && time - self->in_vain_last <= TYPED_ON;
  self->in_vain_last = time;
  return self->in_vain;
}

static void
activate (TlCanvas *self, const char *action)
{
  self->refused = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  self->in_vain = self->refused;
}

static gboolean
take_key (TlCanvas *self, guint key, GdkModifierType state, guint32 time)
{
  GdkModifierType modifiers
      = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  const char *action;
  TlWalk way;

  /* Shift and the like may be held for the mouse. */
  if (key < GDK_KEY_Shift_L || key > GDK_KEY_Hyper_R)
    tl_canvas_want_bar (self, FALSE);
  if (is_typed_in_vain (self, key, modifiers, time))
    return GDK_EVENT_STOP;
  if (!self->naming && tl_canvas_take_letter (self, modifiers ? 0 : gdk_keyval_to_lower (key)))
    return GDK_EVENT_STOP;
  if (!self->naming && arrow (key, &way) && on_arrow (self, way, modifiers))
    return GDK_EVENT_STOP;
  if (!(modifiers & ~GDK_SHIFT_MASK) && begin_by_typing (self, key))
    return GDK_EVENT_STOP;
  action = leads_out (self, key) ? NULL : action_of (gdk_keyval_to_lower (key), modifiers);
  if (!action)
    return GDK_EVENT_PROPAGATE;
  activate (self, action);
  return GDK_EVENT_STOP;
}

/**
 * tl_canvas_take_key:
 * @self: a canvas
 * @key: a key that was pressed in the list beside it (tl_canvas_set_list())
 * @state: what was held down with it
 * @time: when, in the time of events
 *
 * Does what the key would do on the canvas: it is the same selection.
 *
 * Returns: whether the key means anything
 */
gboolean
tl_canvas_take_key (TlCanvas *self, guint key, GdkModifierType state, guint32 time)
{
  return self->document && take_key (self, key, state, time);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  TlCanvas *self = data;
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller));

  if (key == GDK_KEY_Escape && tl_canvas_cancel_tool (self))
    return GDK_EVENT_STOP;
  if (!is_ours (self, key))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_space && !self->in_vain && !(state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK))
      && !tl_canvas_take_letter (self, 0))
    {
      self->space_held = TRUE;
      tl_canvas_hover (self);
      return GDK_EVENT_STOP;
    }
  return take_key (self, key, state, time);
}

static void
on_key_released (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  TlCanvas *self = data;

  if (key == GDK_KEY_space)
    self->space_held = FALSE;
  tl_canvas_hover (self);
}

/* Listens to the keyboard. */
void
tl_canvas_add_keys (TlCanvas *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (controller, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
