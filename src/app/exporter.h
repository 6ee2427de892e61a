/* exporter.h: a view of a document as a file or on the clipboard.
 *
 * The bytes are those of the command "throughline export" for the same size and colours, whatever
 * the room scale is.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"
#include "paint/export.h"

G_BEGIN_DECLS

/**
 * TlPicture:
 * @view: what
 * @width: in pixels; in SVG and PDF, points
 * @height: in pixels
 * @dark: light on dark
 * @lens: for %TL_VIEW_FLOW
 */
typedef struct
{
  TlView view;
  int width;
  int height;
  gboolean dark;
  TlLens lens;
} TlPicture;

TlPicture tl_exporter_usual_picture (TlView view);
void tl_exporter_remember (const TlPicture *picture);

GBytes *tl_exporter_bytes (TlDocument *document, const TlPicture *picture, TlFormat format, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean
tl_exporter_write (TlDocument *document, const TlPicture *picture, TlFormat format, GFile *file, GError **error);
gboolean tl_exporter_copy (TlDocument *document, const TlPicture *picture, GdkClipboard *clipboard, GError **error);
void tl_exporter_ask (GtkWindow *parent, TlDocument *document, const TlPicture *picture, TlFormat format);

G_END_DECLS
