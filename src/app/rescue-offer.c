#include "app/rescue-offer.h"

#include "app/dialogs.h"
#include "storage/recovery.h"
#include "storage/study-file.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  TlWindow *window;
  GPtrArray *found; /* (element-type TlRecovered): the last one is asked about */
} Offer;

static void ask (Offer *offer);

static void
offer_free (gpointer data)
{
  Offer *self = data;

  g_object_unref (self->window);
  g_ptr_array_unref (self->found);
  g_free (self);
}

static Offer *
offer_rest (Offer *self)
{
  Offer *rest = g_new0 (Offer, 1);

  rest->window = g_object_ref (self->window);
  rest->found = g_ptr_array_ref (self->found);
  g_ptr_array_set_size (rest->found, (int) rest->found->len - 1);
  return rest;
}

static TlRecovered *
current (Offer *self)
{
  return g_ptr_array_index (self->found, self->found->len - 1);
}

static TlWindow *
free_window (TlWindow *window)
{
  TlWindow *other = window;

  if (!tl_window_is_free (window))
    other = tl_window_new (gtk_window_get_application (GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (other));
  return other;
}

/* It is in no file as it is now, so it does not count as saved. */
static void
open_again (Offer *self)
{
  TlRecovered *recovered = current (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_recovered_open (recovered, &error);
  g_autoptr (TlDocument) document = NULL;
  TlWindow *window;

  if (!opened)
    {
      tl_dialogs_say (GTK_WINDOW (self->window), _ ("It could not be opened"), error->message);
      return;
    }
  document = tl_document_new_for_study (opened->study, recovered->origin, recovered->etag, FALSE);
  tl_history_mark_state_saved (tl_document_history (document), G_MAXUINT64);
  window = free_window (self->window);
  tl_window_set_document (window, document);
  if (tl_window_keep_now (window))
    tl_recovered_forget (recovered);
}

static void
on_reply (const char *reply, gpointer data)
{
  Offer *self = data;

  if (g_str_equal (reply, "open"))
    open_again (self);
  else if (g_str_equal (reply, "discard"))
    tl_recovered_forget (current (self));
  ask (offer_rest (self));
}

static char *
shown_name (TlRecovered *recovered)
{
  g_autofree char *base = recovered->origin ? g_file_get_basename (recovered->origin) : NULL;

  return base ? g_filename_display_name (base) : g_strdup (_ ("New study"));
}

static void
ask (Offer *offer)
{
  const TlReply replies[] = {
    { "later", _ ("_Later"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "open", _ ("_Open Again"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  if (offer->found->len == 0)
    {
      offer_free (offer);
      return;
    }
  name = shown_name (current (offer));
  heading = g_strdup_printf (_ ("“%s” was not saved when the program ended"), name);
  tl_dialogs_ask (GTK_WINDOW (offer->window), heading,
                  _ ("All but the last few seconds was kept. Open it again, and save it?"), replies, on_reply, offer,
                  offer_free);
}

/**
 * tl_rescue_offer:
 * @window: where to ask
 *
 * Asks about each study that nobody saved before a program died.
 */
void
tl_rescue_offer (TlWindow *window)
{
  g_autoptr (GFile) folder = tl_recovery_folder ();
  Offer *offer = g_new0 (Offer, 1);

  offer->window = g_object_ref (window);
  offer->found = tl_recovery_find (folder);
  ask (offer);
}
