#include "app/present-keys.h"

#include "app/appearance.h"
#include "app/keys-window.h"

typedef struct
{
  GtkWindow *window;
  TlSlideStage *stage;
  TlPresentation *presentation;
} Keys;

static void
next (Keys *keys)
{
  tl_presentation_go_by (keys->presentation, 1);
}

static void
back (Keys *keys)
{
  tl_presentation_go_by (keys->presentation, -1);
}

static void
next_chapter (Keys *keys)
{
  tl_presentation_go_chapter (keys->presentation, 1);
}

static void
chapter_before (Keys *keys)
{
  tl_presentation_go_chapter (keys->presentation, -1);
}

static void
first (Keys *keys)
{
  tl_presentation_go (keys->presentation, 0);
}

static void
last (Keys *keys)
{
  tl_presentation_go (keys->presentation, G_MAXINT);
}

static void
black (Keys *keys)
{
  tl_presentation_set_black (keys->presentation, TRUE);
}

static void
dark (Keys *keys)
{
  tl_appearance_toggle_presented (tl_appearance_get_default ());
}

static void
page (Keys *keys)
{
  tl_presentation_toggle_page (keys->presentation);
}

static void
timer (Keys *keys)
{
  tl_presentation_toggle_timer (keys->presentation);
}

static void
restart_timer (Keys *keys)
{
  tl_presentation_restart_timer (keys->presentation);
}

static void
swap (Keys *keys)
{
  tl_presentation_swap (keys->presentation);
}

static void
end (Keys *keys)
{
  tl_presentation_end (keys->presentation, FALSE);
}

static void
end_here (Keys *keys)
{
  tl_presentation_end (keys->presentation, TRUE);
}

static void
show_keys (Keys *keys)
{
  tl_present_show_keys (keys->window);
}

static void
undo (Keys *keys)
{
  tl_history_undo (tl_document_history (tl_presentation_document (keys->presentation)));
}

static void
redo (Keys *keys)
{
  tl_history_redo (tl_document_history (tl_presentation_document (keys->presentation)));
}

#define SHIFT GDK_SHIFT_MASK
#define CONTROL GDK_CONTROL_MASK

/* None of these is a key of the canvas that marks or asks. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  void (*act) (Keys *keys);
} table[] = {
  { GDK_KEY_Right, 0, next },
  { GDK_KEY_KP_Right, 0, next },
  { GDK_KEY_Down, 0, next },
  { GDK_KEY_KP_Down, 0, next },
  { GDK_KEY_space, 0, next },
  { GDK_KEY_Return, 0, next },
  { GDK_KEY_KP_Enter, 0, next },
  { GDK_KEY_Page_Down, 0, next },
  { GDK_KEY_KP_Page_Down, 0, next },
  { GDK_KEY_n, 0, next },
  { GDK_KEY_Left, 0, back },
  { GDK_KEY_KP_Left, 0, back },
  { GDK_KEY_Up, 0, back },
  { GDK_KEY_KP_Up, 0, back },
  { GDK_KEY_space, SHIFT, back },
  { GDK_KEY_BackSpace, 0, back },
  { GDK_KEY_Page_Up, 0, back },
  { GDK_KEY_KP_Page_Up, 0, back },
  { GDK_KEY_Right, SHIFT, next_chapter },
  { GDK_KEY_Left, SHIFT, chapter_before },
  { GDK_KEY_Home, 0, first },
  { GDK_KEY_KP_Home, 0, first },
  { GDK_KEY_End, 0, last },
  { GDK_KEY_KP_End, 0, last },
  { GDK_KEY_b, 0, black },
  { GDK_KEY_period, 0, black },
  { GDK_KEY_KP_Decimal, 0, black },
  { GDK_KEY_d, 0, dark },
  { GDK_KEY_p, 0, page },
  { GDK_KEY_k, 0, timer },
  { GDK_KEY_k, SHIFT, restart_timer },
  { GDK_KEY_x, 0, swap },
  { GDK_KEY_Escape, 0, end },
  { GDK_KEY_Escape, SHIFT, end_here },
  { GDK_KEY_F5, 0, end },
  { GDK_KEY_F1, 0, show_keys },
  { GDK_KEY_question, SHIFT, show_keys },
  { GDK_KEY_z, CONTROL, undo },
  { GDK_KEY_z, CONTROL | SHIFT, redo },
  { GDK_KEY_y, CONTROL, redo },
};

/* What marks the step, asks about it, or lets the flow be seen in another way: the canvas knows. */
static const guint marking[] = {
  GDK_KEY_v, GDK_KEY_w, GDK_KEY_u, GDK_KEY_t, GDK_KEY_s, GDK_KEY_l, GDK_KEY_f,
  GDK_KEY_e, GDK_KEY_1, GDK_KEY_2, GDK_KEY_3, GDK_KEY_4, GDK_KEY_5, GDK_KEY_F2,
};

static void
keys_free (gpointer keys, GClosure *closure)
{
  g_free (keys);
}

static gboolean
marks (guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (marking); i++)
    if (marking[i] == key)
      return TRUE;
  return FALSE;
}

/* Somebody answers a question or types a name: all keys are theirs. */
static gboolean
is_typing (Keys *keys)
{
  GtkWidget *focus = gtk_window_get_focus (keys->window);

  return focus && (GTK_IS_TEXT (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
}

static gboolean
act (Keys *keys, guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].key == key && table[i].modifiers == modifiers)
      {
        table[i].act (keys);
        return TRUE;
      }
  return FALSE;
}

/* Let through what marks; all else would edit a flow that nobody sees as a sheet. */
static gboolean
on_key (Keys *keys, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
  GdkModifierType modifiers
      = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  TlCanvas *canvas = tl_slide_stage_canvas (keys->stage);
  gboolean walking = tl_slide_stage_is_walking (keys->stage);

  if (is_typing (keys))
    return GDK_EVENT_PROPAGATE;
  key = gdk_keyval_to_lower (key);
  if (tl_presentation_is_black (keys->presentation))
    {
      tl_presentation_set_black (keys->presentation, FALSE);
      return GDK_EVENT_STOP;
    }
  /* After W comes a kind of waste, whatever its letter means otherwise. */
  if (walking && tl_canvas_take_letter (canvas, modifiers ? 0 : key))
    return GDK_EVENT_STOP;
  if (act (keys, key, modifiers))
    return GDK_EVENT_STOP;
  if (walking && !(modifiers & ~GDK_SHIFT_MASK) && marks (key))
    {
      gtk_widget_grab_focus (GTK_WIDGET (canvas));
      return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

/**
 * tl_present_keys_add:
 * @window: a window that shows slides
 * @stage: the slide in it, on which keys mark
 * @presentation: what is presented
 */
void
tl_present_keys_add (GtkWindow *window, TlSlideStage *stage, TlPresentation *presentation)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *keys = g_new0 (Keys, 1);

  *keys = (Keys){ window, stage, presentation };
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (on_key), keys, keys_free, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/**
 * tl_present_show_keys:
 * @window: a window that shows slides
 *
 * Shows the keys, those of presenting first.
 */
void
tl_present_show_keys (GtkWindow *window)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/io/github/throughline/Throughline/gtk/help-overlay.ui");
  GtkWindow *keys = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  g_object_set (keys, "section-name", "presenting", "transient-for", window, "modal", TRUE, NULL);
  tl_keys_window_fit (keys);
  gtk_window_present (keys);
}
