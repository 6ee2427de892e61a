#include "app/kind-buttons.h"

#include "app/choice-button.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  TlDemandKind kind;
  const char *letter;
  const char *tip;
  const char *style;
} KindButton;

/* The letters are the keys, in every language, as on the canvas. */
static const KindButton kinds[] = {
  { TL_DEMAND_VALUE, "V", N_ ("Value demand (V)"), "value-class" },
  { TL_DEMAND_FAILURE, "F", N_ ("Failure demand (F)"), "failure-class" },
  { TL_DEMAND_UNSURE, "?", N_ ("Not sure (U)"), "no-class" },
};

struct _TlKindButtons
{
  GtkBox parent_instance;
  GtkWidget *buttons[G_N_ELEMENTS (kinds)];
  int kind;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlKindButtons, tl_kind_buttons, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fill (TlKindButtons *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    tl_choice_button_set (self->buttons[i], (int) kinds[i].kind == self->kind);
  self->filling = FALSE;
}

static void
on_toggled (TlKindButtons *self, GtkWidget *button)
{
  if (self->filling)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (self->buttons[i] == button)
      self->kind = (int) kinds[i].kind;
  /* A button that was pressed while it was down stays down. */
  fill (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->kind);
}

static void
tl_kind_buttons_class_init (TlKindButtonsClass *klass)
{
  /**
   * TlKindButtons::chosen:
   * @self: the buttons
   * @kind: a #TlDemandKind
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TL_TYPE_KIND_BUTTONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
tl_kind_buttons_init (TlKindButtons *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "kind-buttons");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *button = tl_choice_button_new (kinds[i].letter);

      self->buttons[i] = button;
      gtk_widget_set_tooltip_text (button, _ (kinds[i].tip));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kinds[i].tip), -1);
      gtk_widget_add_css_class (button, kinds[i].style);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
      gtk_box_append (GTK_BOX (self), button);
    }
  fill (self);
}

/**
 * tl_kind_buttons_new:
 *
 * Returns: (transfer floating): three linked buttons that say "not sure"
 */
GtkWidget *
tl_kind_buttons_new (void)
{
  return g_object_new (TL_TYPE_KIND_BUTTONS, NULL);
}

/**
 * tl_kind_buttons_set_kind:
 * @self: the buttons
 * @kind: a #TlDemandKind: what they show
 */
void
tl_kind_buttons_set_kind (TlKindButtons *self, int kind)
{
  self->kind = kind;
  fill (self);
}
