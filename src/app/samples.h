/* samples.h: the studies that come with the program: to look at, and frames to begin with. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlSample:
 * @name: of its file, without the ending
 * @title: on the screen, to be translated with gettext
 * @words: more of it, to be translated with gettext
 * @icon: beside it
 * @frame: has no numbers, only what a service of that kind usually has
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *words;
  const char *icon;
  gboolean frame;
} TlSample;

const TlSample *tl_samples (guint *count);
void tl_samples_offer (GMenu *menu);
GBytes *tl_sample_bytes (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
