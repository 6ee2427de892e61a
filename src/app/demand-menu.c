#include "app/demand-menu.h"

#include <math.h>

#include "app/item-menu.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  TlDemandKind kind;
  TlDemandChosen chosen;
  TlItem *item;
} DemandMenu;

static void
demand_menu_free (gpointer data)
{
  DemandMenu *self = data;

  tl_item_unref (self->item);
  g_free (self);
}

static const char *
question (gpointer data)
{
  return ((DemandMenu *) data)->kind == TL_DEMAND_FAILURE ? _ ("What do customers have to ask?")
                                                          : _ ("What do customers ask for?");
}

/* Failure demand is offered where something causes it; any may enter. */
static GPtrArray *
offered (TlDocument *document, gpointer data)
{
  const DemandMenu *self = data;
  const GPtrArray *demands = tl_document_study (document)->demands;
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (demands, i);

      if (self->kind != TL_DEMAND_FAILURE || demand->kind != TL_DEMAND_VALUE)
        g_ptr_array_add (items, demand);
    }
  return items;
}

static void
chosen (TlDocument *document, TlItem *item, gpointer data)
{
  const DemandMenu *self = data;

  self->chosen (document, (TlDemand *) item, self->item);
}

static void
named (TlDocument *document, const char *name, gpointer data)
{
  const DemandMenu *self = data;
  TlHistory *history = tl_document_history (document);

  tl_history_begin (history, _ ("Add demand"), NULL);
  self->chosen (document, tl_study_add_demand (history, name, self->kind, (double) NAN), self->item);
  tl_history_end (history);
}

/**
 * tl_demand_menu_new:
 * @document: the document
 * @tip: what choosing does
 * @kind: what a new demand is
 * @chosen_demand: called with the demand and @item, in an entry of the history where the demand is new
 * @item: for @chosen_demand
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
tl_demand_menu_new (TlDocument *document,
                    const char *tip,
                    TlDemandKind kind,
                    TlDemandChosen chosen_demand,
                    gpointer item)
{
  static const TlItemMenuType type = {
    .new_label = N_ ("New demand…"),
    .name_label = N_ ("In their words"),
    .accept = N_ ("_Add Demand"),
    .question = question,
    .offered = offered,
    .chosen = chosen,
    .named = named,
  };
  DemandMenu *menu = g_new0 (DemandMenu, 1);

  *menu = (DemandMenu){ kind, chosen_demand, tl_item_ref (item) };
  return tl_item_menu_new (document, &type, tip, menu, demand_menu_free);
}
