/* flow-web.h: how often a way crosses the ways that are known of other edges.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-route.h"

G_BEGIN_DECLS

typedef struct _TlWeb TlWeb;

TlWeb *tl_web_new (TlBox area, const GArray *routes) G_GNUC_WARN_UNUSED_RESULT;
void tl_web_free (TlWeb *web);
void tl_web_set (TlWeb *web, const TlRoute *route);
void tl_web_collect (TlWeb *web, TlPlace a, TlPlace b, guint edge, GArray *at);
guint tl_web_crossings (TlWeb *web, const GArray *points, guint edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWeb, tl_web_free)

G_END_DECLS
