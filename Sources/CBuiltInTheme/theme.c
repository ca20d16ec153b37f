#include "CBuiltInTheme.h"

static const uint8_t not_found_mustache[] = {
#embed "../../Templates/404.mustache"
};
static const uint8_t assets_icon_svg[] = {
#embed "../../Templates/assets/icon.svg"
};
static const uint8_t assets_pictures_css[] = {
#embed "../../Templates/assets/pictures.css"
};
static const uint8_t assets_search_js[] = {
#embed "../../Templates/assets/search.js"
};
static const uint8_t assets_zhujie_css[] = {
#embed "../../Templates/assets/zhujie.css"
};
static const uint8_t assets_zhujie_js[] = {
#embed "../../Templates/assets/zhujie.js"
};
static const uint8_t chapter_mustache[] = {
#embed "../../Templates/chapter.mustache"
};
static const uint8_t chapters_mustache[] = {
#embed "../../Templates/chapters.mustache"
};
static const uint8_t chooser_mustache[] = {
#embed "../../Templates/chooser.mustache"
};
static const uint8_t event_mustache[] = {
#embed "../../Templates/event.mustache"
};
static const uint8_t figures_mustache[] = {
#embed "../../Templates/figures.mustache"
};
static const uint8_t home_mustache[] = {
#embed "../../Templates/home.mustache"
};
static const uint8_t index_mustache[] = {
#embed "../../Templates/index.mustache"
};
static const uint8_t kind_mustache[] = {
#embed "../../Templates/kind.mustache"
};
static const uint8_t network_mustache[] = {
#embed "../../Templates/network.mustache"
};
static const uint8_t organization_mustache[] = {
#embed "../../Templates/organization.mustache"
};
static const uint8_t partials_columns_switch_mustache[] = {
#embed "../../Templates/partials/columns-switch.mustache"
};
static const uint8_t partials_entity_head_mustache[] = {
#embed "../../Templates/partials/entity-head.mustache"
};
static const uint8_t partials_entity_list_mustache[] = {
#embed "../../Templates/partials/entity-list.mustache"
};
static const uint8_t partials_entity_mentions_mustache[] = {
#embed "../../Templates/partials/entity-mentions.mustache"
};
static const uint8_t partials_entity_ties_mustache[] = {
#embed "../../Templates/partials/entity-ties.mustache"
};
static const uint8_t partials_foot_mustache[] = {
#embed "../../Templates/partials/foot.mustache"
};
static const uint8_t partials_gists_mustache[] = {
#embed "../../Templates/partials/gists.mustache"
};
static const uint8_t partials_head_mustache[] = {
#embed "../../Templates/partials/head.mustache"
};
static const uint8_t partials_parts_mustache[] = {
#embed "../../Templates/partials/parts.mustache"
};
static const uint8_t partials_sources_table_mustache[] = {
#embed "../../Templates/partials/sources-table.mustache"
};
static const uint8_t person_mustache[] = {
#embed "../../Templates/person.mustache"
};
static const uint8_t product_mustache[] = {
#embed "../../Templates/product.mustache"
};
static const uint8_t quality_mustache[] = {
#embed "../../Templates/quality.mustache"
};
static const uint8_t source_mustache[] = {
#embed "../../Templates/source.mustache"
};
static const uint8_t sources_mustache[] = {
#embed "../../Templates/sources.mustache"
};
static const uint8_t system_mustache[] = {
#embed "../../Templates/system.mustache"
};
static const uint8_t timeline_mustache[] = {
#embed "../../Templates/timeline.mustache"
};
static const uint8_t contradictions_mustache[] = {
#embed "../../Templates/contradictions.mustache"
};
static const uint8_t partials_contradiction_list_mustache[] = {
#embed "../../Templates/partials/contradiction-list.mustache"
};
static const uint8_t partials_ledger_table_mustache[] = {
#embed "../../Templates/partials/ledger-table.mustache"
};

struct theme_file {
  const char *path;
  const uint8_t *bytes;
  size_t size;
};

static const struct theme_file files[] = {
    {"404.mustache", not_found_mustache, sizeof not_found_mustache},
    {"assets/icon.svg", assets_icon_svg, sizeof assets_icon_svg},
    {"assets/pictures.css", assets_pictures_css, sizeof assets_pictures_css},
    {"assets/search.js", assets_search_js, sizeof assets_search_js},
    {"assets/zhujie.css", assets_zhujie_css, sizeof assets_zhujie_css},
    {"assets/zhujie.js", assets_zhujie_js, sizeof assets_zhujie_js},
    {"chapter.mustache", chapter_mustache, sizeof chapter_mustache},
    {"chapters.mustache", chapters_mustache, sizeof chapters_mustache},
    {"chooser.mustache", chooser_mustache, sizeof chooser_mustache},
    {"event.mustache", event_mustache, sizeof event_mustache},
    {"figures.mustache", figures_mustache, sizeof figures_mustache},
    {"home.mustache", home_mustache, sizeof home_mustache},
    {"index.mustache", index_mustache, sizeof index_mustache},
    {"kind.mustache", kind_mustache, sizeof kind_mustache},
    {"network.mustache", network_mustache, sizeof network_mustache},
    {"organization.mustache", organization_mustache, sizeof organization_mustache},
    {"partials/columns-switch.mustache", partials_columns_switch_mustache, sizeof partials_columns_switch_mustache},
    {"partials/entity-head.mustache", partials_entity_head_mustache, sizeof partials_entity_head_mustache},
    {"partials/entity-list.mustache", partials_entity_list_mustache, sizeof partials_entity_list_mustache},
    {"partials/entity-mentions.mustache", partials_entity_mentions_mustache, sizeof partials_entity_mentions_mustache},
    {"partials/entity-ties.mustache", partials_entity_ties_mustache, sizeof partials_entity_ties_mustache},
    {"partials/foot.mustache", partials_foot_mustache, sizeof partials_foot_mustache},
    {"partials/gists.mustache", partials_gists_mustache, sizeof partials_gists_mustache},
    {"partials/head.mustache", partials_head_mustache, sizeof partials_head_mustache},
    {"partials/parts.mustache", partials_parts_mustache, sizeof partials_parts_mustache},
    {"partials/sources-table.mustache", partials_sources_table_mustache, sizeof partials_sources_table_mustache},
    {"person.mustache", person_mustache, sizeof person_mustache},
    {"product.mustache", product_mustache, sizeof product_mustache},
    {"quality.mustache", quality_mustache, sizeof quality_mustache},
    {"source.mustache", source_mustache, sizeof source_mustache},
    {"sources.mustache", sources_mustache, sizeof sources_mustache},
    {"system.mustache", system_mustache, sizeof system_mustache},
    {"timeline.mustache", timeline_mustache, sizeof timeline_mustache},
    {"contradictions.mustache", contradictions_mustache, sizeof contradictions_mustache},
    {"partials/contradiction-list.mustache", partials_contradiction_list_mustache, sizeof partials_contradiction_list_mustache},
    {"partials/ledger-table.mustache", partials_ledger_table_mustache, sizeof partials_ledger_table_mustache},
};

static const size_t count = sizeof files / sizeof *files;

size_t zhujie_theme_file_count(void) { return count; }

const char *zhujie_theme_file_path(size_t index) {
  return index < count ? files[index].path : NULL;
}

const uint8_t *zhujie_theme_file_bytes(size_t index) {
  return index < count ? files[index].bytes : NULL;
}

size_t zhujie_theme_file_size(size_t index) {
  return index < count ? files[index].size : 0;
}
