#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

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
    FigureSpec figure =
        page_sample(squares(), "a4-portrait", "vi", FigureFormat::pdf, scratch_.path() / "own.pdf");
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
  EXPECT_NE(printed_by("pdfinfo '" + figure.file + "'").find("Page size:       567 x 425"), std::string::npos)
      << "200 mm, the template's page";
}

TEST_F(UserTemplate, OneThatIsNoLayoutOrHasNoMapIsRefused) {
  for (const char* layout : {"no xml at all", "<Layout name=\"x\"/>", "<html/>"}) {
    const auto written = client_->export_figure(sample(layout), {});
    ASSERT_FALSE(written) << layout;
    EXPECT_EQ(written.error().code, core::ErrorCode::export_failed);
    EXPECT_EQ(written.error().subject.field, "template") << text_of(written);
  }
}

TEST_F(UserTemplate, ThatIsNoFileIsRefusedAtOnce) {
  FigureSpec figure = sample(own_layout);
  const auto pipe = scratch_.path() / "pipe.qpt";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  for (const std::string& no_file : {pipe.native(), scratch_.path().native(), std::string("/dev/zero")}) {
    figure.template_file = no_file;
    const auto written = client_->export_figure(figure, {});
    ASSERT_FALSE(written) << no_file;
    EXPECT_EQ(written.error().subject.field, "template") << text_of(written);
    EXPECT_EQ(client_->restarts(), 0U);
  }
}

/// A stranger's server on this machine, which counts who comes.
class Server {
 public:
  Server() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in any{};
    any.sin_family = AF_INET;
    any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof any;
    if (::bind(socket_, reinterpret_cast<const sockaddr*>(&any), size) != 0 || ::listen(socket_, 16) != 0 ||
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&any), &size) != 0)
      ADD_FAILURE() << "no server";
    port_ = ntohs(any.sin_port);
  }
  ~Server() { ::close(socket_); }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] bool was_visited() const {
    pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
    return ::poll(&waiting, 1, 0) > 0;
  }

 private:
  int socket_;
  std::uint16_t port_ = 0;
};

TEST_F(UserTemplate, OfAStrangerFetchesRunsAndReadsNothingAndWhatIsLeftOutIsTold) {
  const Server server;
  std::ofstream(scratch_.path() / "page.html")
      << "<img src='" << server.address() << "/page'><script>new Image().src='" << server.address()
      << "/script'</script>";
  const std::string place =
      R"( size="60,20,mm" position="5,5,mm" positionOnPage="5,5,mm" visibility="1" uuid="{o}")";
  const std::string computed =
      R"(<dataDefinedProperties><Option type="Map"><Option name="properties" type="Map"><Option name="dataDefinedPictureSource" type="Map">
    <Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="')" +
      server.address() +
      R"(/defined'"/><Option name="type" type="int" value="3"/></Option></Option></Option></dataDefinedProperties>)";
  struct Hostile {
    std::string item;
    const char* told;
  };
  const std::vector<Hostile> cases{
      {"<LayoutItem type=\"65640\" file=\"" + server.address() + "/p.png\" mode=\"1\"" + place + "/>",
       "pictures from elsewhere"},
      {"<LayoutItem type=\"65640\" file=\"/vsicurl/" + server.address() + "/p.png\" mode=\"1\"" + place +
           "/>",
       "pictures from elsewhere"},
      {"<LayoutItem type=\"65640\" file=\"/etc/hostname\" mode=\"0\"" + place + "/>",
       "pictures from elsewhere"},
      {"<LayoutItem type=\"65640\" file=\"\"" + place + "><LayoutObject>" + computed +
           "</LayoutObject></LayoutItem>",
       "expressions"},
      {"<LayoutItem type=\"65641\" htmlState=\"1\" labelText=\"&lt;img src='" + server.address() +
           "/label'>\"" + place + "/>",
       "HTML"},
      {"<LayoutItem type=\"65641\" labelText=\"[% env('HOME') %]\"" + place + "/>", "expressions"},
      {"<LayoutMultiFrame type=\"65648\" uuid=\"{h}\" contentMode=\"0\" url=\"file://" +
           (scratch_.path() / "page.html").native() +
           "\" resizeMode=\"0\" evaluateExpressions=\"true\"><LayoutItem type=\"65647\" multiFrame=\"{h}\" multiFrameTemplateUuid=\"{h}\"" +
           place + "/></LayoutMultiFrame>",
       "HTML"},
  };
  for (const Hostile& one : cases) {
    std::string layout = own_layout;
    layout.insert(layout.rfind("</Layout>"), one.item);
    const FigureSpec figure = sample(layout);
    std::vector<core::Error> told;
    const auto written =
        client_->export_figure(figure, {.note = [&](const core::Error& note) { told.push_back(note); }});
    ASSERT_TRUE(written) << one.item << text_of(written);
    EXPECT_FALSE(server.was_visited()) << one.item;
    ASSERT_EQ(told.size(), 1U) << one.item;
    EXPECT_EQ(told[0].code, core::ErrorCode::template_parts_left_out);
    EXPECT_EQ(told[0].detail, one.told) << one.item;
    EXPECT_EQ(printed_by("pdftotext '" + figure.file + "' -").find("/root"), std::string::npos);
  }
  std::vector<core::Error> told;
  ASSERT_TRUE(client_->export_figure(sample(own_layout),
                                     {.note = [&](const core::Error& note) { told.push_back(note); }}));
  EXPECT_TRUE(told.empty()) << "a harmless template";
}

}  // namespace
}  // namespace vicinia::test
