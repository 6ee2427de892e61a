/* class-badge.h: a small widget that says by letter and colour what something is: value, waste, failure. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/buckets.h"

G_BEGIN_DECLS

#define TL_TYPE_CLASS_BADGE (tl_class_badge_get_type ())
G_DECLARE_FINAL_TYPE (TlClassBadge, tl_class_badge, TL, CLASS_BADGE, GtkWidget)

GtkWidget *tl_class_badge_new (void);
void tl_class_badge_set_bucket (TlClassBadge *self, TlBucket bucket);

G_END_DECLS
