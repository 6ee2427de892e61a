/* window.h: one window, with one study or none. */
#pragma once

#include <adwaita.h>

#include "app/document.h"
#include "app/show.h"

G_BEGIN_DECLS

#define TL_TYPE_WINDOW (tl_window_get_type ())
G_DECLARE_FINAL_TYPE (TlWindow, tl_window, TL, WINDOW, AdwApplicationWindow)

TlWindow *tl_window_new (GtkApplication *application);
TlDocument *tl_window_get_document (TlWindow *self);
void tl_window_set_document (TlWindow *self, TlDocument *document);
gboolean tl_window_keep_now (TlWindow *self);
gboolean tl_window_is_free (TlWindow *self);
gboolean tl_window_shows (TlWindow *self, GFile *file);
void tl_window_open (TlWindow *self, GFile *file);
void tl_window_open_sample (TlWindow *self, const char *name);
void tl_window_say (TlWindow *self, const char *words);
TlShow *tl_window_get_show (TlWindow *self);

G_END_DECLS
