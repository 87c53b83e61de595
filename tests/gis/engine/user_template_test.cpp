#include <fstream>

#include "gis/engine/engine_fixture.h"
#include "gis/engine/page_sample.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

/// As QGIS saves it, with what it needs not say left out.
constexpr const char* own_layout = R"(<Layout name="own" units="mm" printResolution="300" worldFileMap="">
 <PageCollection>
  <LayoutItem type="65638" size="200,150,mm" position="0,0,mm" positionOnPage="0,0,mm" referencePoint="0" id="" uuid="{1}" templateUuid="{1}" visibility="1"/>
 </PageCollection>
 <LayoutItem type="65639" id="map" size="120,120,mm" position="10,20,mm" positionOnPage="10,20,mm" referencePoint="0" uuid="{2}" templateUuid="{2}" visibility="1" frame="true"/>
 <LayoutItem type="65641" id="title" labelText="to be filled" size="180,10,mm" position="10,5,mm" positionOnPage="10,5,mm" referencePoint="0" uuid="{3}" templateUuid="{3}" visibility="1"/>
 <LayoutItem type="65641" id="house" labelText="Viện nghiên cứu" size="60,10,mm" position="135,135,mm" positionOnPage="135,135,mm" referencePoint="0" uuid="{4}" templateUuid="{4}" visibility="1"/>
 <LayoutItem type="65641" id="legend" labelText="legend here" size="50,60,mm" position="135,20,mm" positionOnPage="135,20,mm" referencePoint="0" uuid="{5}" templateUuid="{5}" visibility="1"/>
</Layout>)";

class UserTemplate : public EngineTest {
 protected:
  [[nodiscard]] FigureSpec sample(const std::string& layout) const {
    FigureSpec figure = page_sample(squares(), "a4-portrait", "vi", FigureFormat::pdf, scratch_.path() / "own.pdf");
    figure.template_file = scratch_.path() / "own.qpt";
    std::ofstream(figure.template_file) << layout;
    return figure;
  }
};

TEST_F(UserTemplate, ItemsAreFilledByTheirIdsAndTheRestStays) {
  const FigureSpec figure = sample(own_layout);
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  const std::string text = printed_by("pdftotext '" + figure.file + "' -");
  EXPECT_NE(text.find("Sản xuất các cấu kiện kim loại"), std::string::npos) << text;
  EXPECT_NE(text.find("Viện nghiên cứu"), std::string::npos) << text;
  EXPECT_NE(text.find("không công bố"), std::string::npos) << text;
  EXPECT_EQ(text.find("legend here"), std::string::npos) << text;
  EXPECT_EQ(text.find("to be filled"), std::string::npos) << text;
  EXPECT_NE(printed_by("pdfinfo '" + figure.file + "'").find("Page size:       567 x 425"), std::string::npos) << "200 mm, the template's page";
}

TEST_F(UserTemplate, OneThatIsNoLayoutOrHasNoMapIsRefused) {
  for (const char* layout : {"no xml at all", "<Layout name=\"x\"/>", "<html/>"}) {
    const auto written = client_->export_figure(sample(layout), {});
    ASSERT_FALSE(written) << layout;
    EXPECT_EQ(written.error().code, core::ErrorCode::export_failed);
    EXPECT_EQ(written.error().subject.field, "template") << text_of(written);
  }
}

}  // namespace
}  // namespace vicinia::test
