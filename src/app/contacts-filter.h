/* contacts-filter.h: the bar that says which contacts are looked at. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/contact-rows.h"

G_BEGIN_DECLS

#define TL_TYPE_CONTACTS_FILTER (tl_contacts_filter_get_type ())
G_DECLARE_FINAL_TYPE (TlContactsFilter, tl_contacts_filter, TL, CONTACTS_FILTER, GtkWidget)

/* Signals: "changed" when a person has asked for others. */

void tl_contacts_filter_set_study (TlContactsFilter *self,
                                   const TlStudy *study,
                                   const GPtrArray *channels,
                                   const GPtrArray *places);
void tl_contacts_filter_read (TlContactsFilter *self, TlContactFilter *filter);
void tl_contacts_filter_reset (TlContactsFilter *self);
void tl_contacts_filter_show_disputed (TlContactsFilter *self);

G_END_DECLS
