package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page about a run in a headless Chromium, which {@code -Dchromium=...} names. What it looks
 * like stays in {@code target/report}.
 */
class ReportPageIT {
  private static final Path LOOKS = Path.of("target/report").toAbsolutePath();

  @TempDir private Path folder;
  private Path page;

  @BeforeEach
  void run() throws Exception {
    page = Files.createDirectories(LOOKS).resolve("run.html");
    Tap.Run run = Program.launcher("--sandbox", "--report", page.toString()).in(folder).run();
    assertThat(run.exitCode()).as(run.stderr()).isZero();
  }

  @Test
  void readsAsItShould() throws Exception {
    String document = chromium("--dump-dom", url()).stdout();

    assertThat(document.replaceAll("<style>[^<]*</style>|<[^>]*>", "\n"))
        .contains("Kustomer sync of", "Done.", "Every stream is complete.")
        .contains("Records and requests of each stream", "conversations", "Requests over time")
        .contains("Windows of the API's limits", "Searches of each window")
        .contains("How long each stream waited", "Bookmarks before and after the run")
        .contains("tap-kustomer " + Version.number());
  }

  /** The colors are those of the page's ground, its text and its bars. */
  @ParameterizedTest
  @CsvSource({
    "light, 1, 1000, ffffff, 1b1f24, 0b62c4",
    "dark, 0, 1000, 14181d, e6e9ed, 6cb0ff",
    "phone, 1, 500, ffffff, 1b1f24, 0b62c4",
  })
  void isDrawn(String look, String scheme, int width, String ground, String text, String bars)
      throws Exception {
    Path picture = LOOKS.resolve(look + ".png");
    Files.deleteIfExists(picture);

    chromium(
        "--blink-settings=preferredColorScheme=" + scheme,
        "--window-size=" + width + ",2000",
        "--screenshot=" + picture,
        url());

    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(width);
    Map<String, Integer> colors = colors(image);
    assertThat(colors.get(ground)).as("ground").isGreaterThan(width * 1000);
    assertThat(colors).as("text").containsKey(text);
    assertThat(colors.getOrDefault(bars, 0)).as("bars").isGreaterThan(1000);
  }

  @Test
  void isPrinted() throws Exception {
    Path paper = LOOKS.resolve("run.pdf");
    Files.deleteIfExists(paper);

    chromium("--print-to-pdf=" + paper, "--no-pdf-header-footer", url());

    assertThat(Files.readAllBytes(paper)).startsWith('%', 'P', 'D', 'F').hasSizeGreaterThan(10_000);
  }

  private String url() {
    return page.toUri().toString();
  }

  /** Without a network, and without what a user's own profile would change. */
  private Tap.Run chromium(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("chromium"));
    command.addAll(List.of("--headless=new", "--disable-gpu", "--hide-scrollbars"));
    command.addAll(List.of("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"));
    command.add("--user-data-dir=" + folder.resolve("profile"));
    command.addAll(List.of(arguments));
    Tap.Run run = Program.of(command.toArray(String[]::new)).run();
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    return run;
  }

  private static Map<String, Integer> colors(BufferedImage image) {
    Map<String, Integer> colors = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        String color = "%06x".formatted(image.getRGB(x, y) & 0xffffff);
        colors.merge(color, 1, Integer::sum);
      }
    }
    return colors;
  }
}
