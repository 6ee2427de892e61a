#include "app/find-bar.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlFindBar
{
  GtkWidget parent_instance;
  GtkWidget *row;
  GtkEditable *entry;
  GtkLabel *count_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  TlCanvas *canvas;
  guint found;
  guint at;
  gboolean taken; /* what is shown, by Enter; the next Enter goes on */
};

G_DEFINE_FINAL_TYPE (TlFindBar, tl_find_bar, GTK_TYPE_WIDGET)

static void
update (TlFindBar *self)
{
  g_autofree char *words = NULL;

  if (self->found)
    /* Translators: which of the steps that were found is shown, as "3 of 7". */
    words = g_strdup_printf (_ ("%u of %u"), self->at + 1, self->found);
  else if (*gtk_editable_get_text (self->entry))
    words = g_strdup (_ ("Not found"));
  gtk_label_set_text (self->count_label, words ? words : "");
  gtk_widget_set_sensitive (self->previous_button, self->found > 1);
  gtk_widget_set_sensitive (self->next_button, self->found > 1);
}

static void
on_changed (TlFindBar *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  self->found = tl_canvas_find (self->canvas, gtk_editable_get_text (self->entry));
  self->at = 0;
  update (self);
}

static void
go (TlFindBar *self, int by)
{
  /* The first Enter takes what is shown already; the next ones go on. */
  if (self->taken || by < 0)
    self->at = tl_canvas_find_next (self->canvas, by);
  self->taken = self->found > 0;
  update (self);
}

static void
on_next (TlFindBar *self)
{
  self->taken = TRUE;
  go (self, 1);
}

static void
on_previous (TlFindBar *self)
{
  go (self, -1);
}

/* Who looked for a step goes on with it. Where nothing was found one is back where one was. */
static void
close_bar (TlFindBar *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  tl_canvas_find_end (self->canvas, self->found > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
on_key (TlFindBar *self, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (key == GDK_KEY_Escape)
    close_bar (self);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    go (self, shift ? -1 : 1);
  else if (control && gdk_keyval_to_lower (key) == GDK_KEY_g)
    shift ? on_previous (self) : on_next (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
tl_find_bar_dispose (GObject *object)
{
  TlFindBar *self = TL_FIND_BAR (object);

  g_clear_object (&self->canvas);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_FIND_BAR);
  G_OBJECT_CLASS (tl_find_bar_parent_class)->dispose (object);
}

static void
tl_find_bar_class_init (TlFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_find_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, row);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, close_bar);
}

static void
tl_find_bar_init (TlFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_find_bar_set_canvas:
 * @self: a bar
 * @canvas: where it looks
 */
void
tl_find_bar_set_canvas (TlFindBar *self, TlCanvas *canvas)
{
  g_set_object (&self->canvas, canvas);
}

/**
 * tl_find_bar_open:
 * @self: a bar
 *
 * Shows the bar, with what was looked for before, and gives it the keyboard.
 */
void
tl_find_bar_open (TlFindBar *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      tl_canvas_find_begin (self->canvas);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      self->taken = FALSE;
      on_changed (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
