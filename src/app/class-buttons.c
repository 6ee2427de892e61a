#include "app/class-buttons.h"

#include "app/choice-button.h"
#include "app/wrap-layout.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  TlStepClass class;
  const char *label;
  const char *tip;
  const char *style;
} ClassButton;

static const ClassButton kinds[] = {
  { TL_CLASS_VALUE, N_ ("Value"), N_ ("It does what the customer needs (V)"), "value-class" },
  { TL_CLASS_WASTE, N_ ("Waste"), N_ ("The customer would not miss it (W)"), "waste-class" },
  { TL_CLASS_NONE, N_ ("Not judged"), N_ ("Nobody has judged it yet (U)"), "no-class" },
};

struct _TlClassButtons
{
  GtkBox parent_instance;
  TlHistory *history;
  GPtrArray *steps;
  GtkWidget *buttons[G_N_ELEMENTS (kinds)];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlClassButtons, tl_class_buttons, GTK_TYPE_BOX)

/* What is waste already stays the kind of waste that it is. */
static void
mark (TlClassButtons *self, TlStepClass class)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < self->steps->len; i++)
    if (((TlStep *) g_ptr_array_index (self->steps, i))->class != class)
      g_ptr_array_add (others, g_ptr_array_index (self->steps, i));
  if (others->len)
    tl_steps_set_class (self->history, others, class, TL_WASTE_NONE);
}

static void
on_toggled (TlClassButtons *self, GtkToggleButton *button)
{
  if (self->filling)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      mark (self, kinds[i].class);
  /* A button that was pressed while it was down stays down. */
  tl_class_buttons_refresh (self);
}

static void
tl_class_buttons_dispose (GObject *object)
{
  TlClassButtons *self = TL_CLASS_BUTTONS (object);

  self->filling = TRUE;
  g_clear_object (&self->history);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (tl_class_buttons_parent_class)->dispose (object);
}

static void
tl_class_buttons_class_init (TlClassButtonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_class_buttons_dispose;
}

static void
tl_class_buttons_init (TlClassButtons *self)
{
  /* In another language, at a large scale, they take two rows rather than the canvas's room. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), tl_wrap_layout_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "class-buttons");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      self->buttons[i] = tl_choice_button_new (_ (kinds[i].label));
      gtk_widget_set_hexpand (self->buttons[i], TRUE);
      gtk_widget_set_tooltip_text (self->buttons[i], _ (kinds[i].tip));
      gtk_widget_add_css_class (self->buttons[i], kinds[i].style);
      g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self);
      gtk_box_append (GTK_BOX (self), self->buttons[i]);
    }
}

/**
 * tl_class_buttons_new:
 * @history: what edits go through
 * @steps: (element-type TlStep): whose class it is
 *
 * Returns: (transfer floating): three linked buttons
 */
GtkWidget *
tl_class_buttons_new (TlHistory *history, GPtrArray *steps)
{
  TlClassButtons *self = g_object_new (TL_TYPE_CLASS_BUTTONS, NULL);

  self->history = g_object_ref (history);
  self->steps = g_ptr_array_ref (steps);
  tl_class_buttons_refresh (self);
  return GTK_WIDGET (self);
}

static gboolean
all_are (TlClassButtons *self, TlStepClass class)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (((TlStep *) g_ptr_array_index (self->steps, i))->class != class)
      return FALSE;
  return TRUE;
}

/**
 * tl_class_buttons_refresh:
 * @self: the buttons
 *
 * Shows what the study holds now; none is down where the steps differ.
 */
void
tl_class_buttons_refresh (TlClassButtons *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    tl_choice_button_set (self->buttons[i], all_are (self, kinds[i].class));
  self->filling = FALSE;
}
