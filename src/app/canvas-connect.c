/* canvas-connect.c: connecting steps, by drag, by a name that is typed, or in the order of selection. */
#include "app/canvas-private.h"

#include "layout/flow-walk.h"
#include "study/flow-reach.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What leads to where the work has been already is rework; R says otherwise. */
static TlConnectorKind
kind_of_way (TlCanvas *self, TlStep *from, TlStep *to)
{
  if (!tl_flow_leads_to (self->flow, to, from))
    return TL_CONNECTOR_FLOW;
  if (from != to)
    tl_canvas_say (self, _ ("It leads back, so it is rework; R makes it flow"));
  return TL_CONNECTOR_REWORK;
}

/* Connects two steps, unless they are connected that way already. */
void
tl_canvas_connect (TlCanvas *self, TlStep *from, TlStep *to)
{
  TlConnector *connector;

  if (!tl_canvas_can_edit (self))
    return;
  connector = tl_flow_connector_between (self->flow, from, to);
  if (connector)
    tl_canvas_say (self, _ ("These steps are connected already"));
  else
    connector = tl_flow_connect (tl_canvas_history (self), from, to, kind_of_way (self, from, to));
  tl_canvas_select (self, connector);
}

/* A step that is not there yet: it is added where the next one would be. */
static void
add_and_connect (TlCanvas *self, GPtrArray *steps, const char *name)
{
  TlHistory *history = tl_canvas_history (self);
  TlPlace place = tl_canvas_place_after (self, g_ptr_array_index (steps, steps->len - 1));
  TlStep *step;

  tl_history_begin (history, _ ("Add step"), NULL);
  step = tl_canvas_put_step (self, name, place);
  for (guint i = 0; i < steps->len; i++)
    tl_flow_connect (history, g_ptr_array_index (steps, i), step, TL_CONNECTOR_FLOW);
  tl_history_end (history);
  tl_canvas_select (self, step);
}

static void
connect_all (TlCanvas *self, GPtrArray *steps, TlStep *to)
{
  TlHistory *history = tl_canvas_history (self);

  if (steps->len == 1)
    {
      tl_canvas_connect (self, g_ptr_array_index (steps, 0), to);
      return;
    }
  tl_history_begin (history, _ ("Connect"), NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      TlStep *from = g_ptr_array_index (steps, i);

      if (from != to && !tl_flow_connector_between (self->flow, from, to))
        tl_flow_connect (history, from, to, kind_of_way (self, from, to));
    }
  tl_history_end (history);
}

static gboolean
connect_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  g_autofree char *name = g_strstrip (g_strdup (first));
  TlStep *to = *name || suggestion >= 0 ? tl_canvas_chosen (self->flow->steps, suggestion, name) : NULL;

  if (to)
    connect_all (self, self->asked_about, to);
  else if (*name)
    add_and_connect (self, self->asked_about, name);
  else
    g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER, _ ("Say where it leads"));
  return to || *name;
}

/* C: connect the selected steps to another, found by typing. */
void
tl_canvas_ask_connect (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = tl_canvas_selected_steps (self);
  g_autofree const char **names = NULL;
  g_autofree char *title = NULL;
  TlStep *step;

  if (!steps)
    return;
  step = g_ptr_array_index (steps, steps->len - 1);
  names = tl_canvas_names_of (self->flow->steps, NULL);
  title = steps->len == 1
              ? g_strdup_printf (_ ("Where does “%s” lead?"), tl_item_name (step))
              : g_strdup_printf (ngettext ("Where does %u step lead?", "Where do these %u steps lead?", steps->len),
                                 steps->len);
  tl_canvas_ask (self, step, steps,
                 &(TlQuestion){ .title = title,
                                .hint = _ ("Type a part of a name. A new name adds a new step."),
                                .first_label = _ ("To"),
                                .suggestions = (const char *const *) names },
                 connect_answered);
}

/* Shift+C: makes a chain of the selected steps, in the order in which they were selected. */
void
tl_canvas_connect_in_order (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  TlHistory *history;
  guint connected = 0;

  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  history = tl_canvas_history (self);
  tl_history_begin (history, _ ("Connect in order"), NULL);
  for (guint i = 0; i + 1 < steps->len; i++)
    {
      TlStep *from = g_ptr_array_index (steps, i);
      TlStep *to = g_ptr_array_index (steps, i + 1);

      if (tl_flow_connector_between (self->flow, from, to))
        continue;
      tl_flow_connect (history, from, to, kind_of_way (self, from, to));
      connected++;
    }
  tl_history_end (history);
  if (steps->len < 2)
    tl_canvas_refuse (self, _ ("Select two steps or more, in the order in which they follow one another"));
  else if (!connected)
    tl_canvas_say (self, _ ("These steps are connected already"));
}
