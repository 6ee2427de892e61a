#include "app/choice-button.h"

/**
 * tl_choice_button_new:
 * @label: its words
 *
 * A toggle button is told by GTK before 4.10 as a push button, and whether it is down not at all. What is one of
 * several is told as that: a radio button, checked or not.
 *
 * Returns: (transfer floating): a toggle button
 */
GtkWidget *
tl_choice_button_new (const char *label)
{
  GtkWidget *button
      = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "label", label, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  tl_choice_button_set (button, FALSE);
  return button;
}

/**
 * tl_choice_button_set:
 * @button: a choice
 * @down: whether it is the one
 */
void
tl_choice_button_set (GtkWidget *button, gboolean down)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), down);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               down ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
