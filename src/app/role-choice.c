#include "app/role-choice.h"

#include <math.h>

#include "app/choice-row.h"
#include "app/dialogs.h"
#include "layout/lane-hold.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* The words are: nobody, then the roles, then "New role…". */

typedef struct
{
  TlPanel *panel;       /* not owned: the row is its child */
  TlDocument *document; /* outlives the panel while a name is asked for */
  GPtrArray *steps;
} RoleChoice;

static void
role_choice_free (gpointer data)
{
  RoleChoice *self = data;

  g_object_unref (self->document);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static RoleChoice *
role_choice_new (TlPanel *panel, TlDocument *document, GPtrArray *steps)
{
  RoleChoice *self = g_new0 (RoleChoice, 1);

  *self = (RoleChoice){ panel, g_object_ref (document), g_ptr_array_ref (steps) };
  return self;
}

static GPtrArray *
roles (RoleChoice *self)
{
  return tl_document_study (self->document)->roles;
}

static void
words (GtkStringList *list, gpointer data)
{
  RoleChoice *self = data;

  gtk_string_list_append (list, _ ("Nobody yet"));
  for (guint i = 0; i < roles (self)->len; i++)
    {
      const char *name = tl_item_name (g_ptr_array_index (roles (self), i));

      gtk_string_list_append (list, *name ? name : _ ("Role without a name"));
    }
  gtk_string_list_append (list, _ ("New role…"));
}

static guint
read_role (gpointer data)
{
  RoleChoice *self = data;
  TlRole *role = ((TlStep *) g_ptr_array_index (self->steps, 0))->role;
  guint position = 0;

  for (guint i = 1; i < self->steps->len; i++)
    if (((TlStep *) g_ptr_array_index (self->steps, i))->role != role)
      return GTK_INVALID_LIST_POSITION;
  if (role && g_ptr_array_find (roles (self), role, &position))
    position++;
  return position;
}

/* In a flow with lanes the steps go to the lane of their role. */
static void
set_role (RoleChoice *self, TlRole *role)
{
  TlHistory *history = tl_document_history (self->document);
  TlFlow *flow = tl_document_flow (self->document);

  tl_history_begin (history, _ ("Change role"), NULL);
  tl_steps_set_role (history, self->steps, role);
  if (flow)
    tl_flow_hold_lanes (history, tl_document_study (self->document), flow, _ ("Change role"));
  tl_history_end (history);
}

static void
on_named (const char *name, gpointer data)
{
  RoleChoice *self = data;
  TlHistory *history = tl_document_history (self->document);
  TlRole *role;

  tl_history_begin (history, _ ("Add role"), NULL);
  role = tl_study_add_role (history, name, (double) NAN, (double) NAN);
  set_role (self, role);
  tl_history_end (history);
}

static void
ask_for_role (RoleChoice *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->panel));

  tl_dialogs_ask_name (GTK_WINDOW (root), _ ("Who does this?"), _ ("Name of the role"), _ ("_Add Role"), on_named,
                       role_choice_new (NULL, self->document, self->steps), role_choice_free);
  /* Until there is a name the row shows what the study holds. */
  tl_panel_refresh (self->panel);
}

static void
write_role (guint chosen, gpointer data)
{
  RoleChoice *self = data;

  if (chosen > roles (self)->len)
    ask_for_role (self);
  else
    set_role (self, chosen ? g_ptr_array_index (roles (self), chosen - 1) : NULL);
}

/**
 * tl_role_choice_add:
 * @panel: a panel
 * @parent: a group
 * @steps: (element-type TlStep): whose role is chosen
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
tl_role_choice_add (TlPanel *panel, GtkWidget *parent, GPtrArray *steps)
{
  static const TlChoiceSource source = { words, read_role, write_role };
  RoleChoice *self = role_choice_new (panel, tl_panel_get_document (panel), steps);

  return tl_panel_add_choice_row (panel, parent, tl_choice_row_new (_ ("Role"), &source, self, role_choice_free));
}
