/* tidy-flow.h: tidies flows in tests. */
#pragma once

#include "drawn-flow.h"
#include "layout/tidy.h"

G_BEGIN_DECLS

extern const TlTidyOptions tidy_plain;
extern const TlTidyOptions tidy_wrapped;

void tidy_put (const GArray *places);
void tidy_flow (TlStudy *study, const TlTidyOptions *options);
TlStep *tidy_step (TlStudy *study, guint number);
void tidy_share_lanes (TlStudy *study, guint n_roles);
void tidy_assert_apart (const TlFlow *flow);

G_END_DECLS
