package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher and its archive of class data: a shorter start, never a broken one. */
@Timeout(120)
class ClassDataArchiveIT {
  private static final Path BUILT = Path.of("target/tap-kustomer").toAbsolutePath();
  private static final String VERSION = "tap-kustomer " + Version.number() + "\n";

  @TempDir Path folder;
  private Path launcher;
  private Path cache;

  @BeforeEach
  void install() throws IOException {
    install("plain");
  }

  private void install(String name) throws IOException {
    Path installed = folder.resolve(name);
    try (Stream<Path> files = Files.walk(BUILT)) {
      for (Path file : files.toList()) {
        Files.copy(file, installed.resolve(BUILT.relativize(file).toString()));
      }
    }
    launcher = installed.resolve("bin/tap-kustomer");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    cache = folder.resolve("cache/tap-kustomer");
  }

  private record Run(int exitCode, String stdout, String stderr) {}

  @Test
  void startsThroughALinkWithoutACacheOrHome() throws Exception {
    install("with space");
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, folder.relativize(launcher));

    assertThat(run(Map.of("HOME", ""), link.toString(), "--version"))
        .isEqualTo(new Run(0, VERSION, ""));
    assertThat(run(Map.of("TAP_KUSTOMER_CACHE", ""), launcher.toString(), "--version"))
        .isEqualTo(new Run(0, VERSION, ""));
    assertThat(cache.getParent()).doesNotExist();
  }

  @Test
  void makesAnArchiveAtTheSecondStartOnceForAll() throws Exception {
    version();
    assertThat(archive()).isEmpty();

    List<Process> together = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      together.add(start(caching(), launcher.toString(), "--version"));
    }
    for (Process process : together) {
      assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo(VERSION);
      assertThat(process.waitFor()).isZero();
    }
    Path made = awaitArchive();
    assertThat(Files.size(made)).isGreaterThan(5_000_000);

    Run logged = run(logging(), launcher.toString(), "--version");
    assertThat(logged.stdout).isEqualTo(VERSION);
    assertThat(logged.stderr)
        .contains("io.github.tapkustomer.cli.Main source: shared objects file")
        .doesNotContain("picocli.CommandLine source");
    assertThat(run(logging(), launcher.toString(), "check", "--help").stderr)
        .contains("picocli.CommandLine source: shared objects file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no archive", "\0\0\0\0"})
  void isNotBrokenByAnArchiveThatIs(String content) throws Exception {
    version();
    Files.writeString(entry().resolve(content.length() + ".jsa"), content);

    assertThat(version()).isEqualTo(new Run(0, VERSION, ""));
  }

  @Test
  void isNotBrokenByAnArchiveThatIsCutOrOfAnotherJar() throws Exception {
    version();
    version();
    Path archive = awaitArchive();
    byte[] whole = Files.readAllBytes(archive);
    Files.delete(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
    assertThat(version()).isEqualTo(new Run(0, VERSION, ""));

    Path jar = launcher.resolve("../../lib/tap-kustomer.jar").normalize();
    Path before = entry();
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
    version();
    try (Stream<Path> files = Files.list(cache)) {
      Path now = files.filter(entry -> !entry.equals(before)).findFirst().orElseThrow();
      Files.write(now.resolve(archive.getFileName()), whole);
    }
    assertThat(version()).isEqualTo(new Run(0, VERSION, ""));
  }

  @Test
  void startsWhereTheCacheCannotBeWritten() throws Exception {
    Path file = Files.createFile(folder.resolve("a file"));

    assertThat(run(Map.of("TAP_KUSTOMER_CACHE", file + "/x"), launcher.toString(), "--version"))
        .isEqualTo(new Run(0, VERSION, ""));
  }

  @Test
  void passesOnTheExitCodeAndSaysIfThereIsNoJava() throws Exception {
    assertThat(run(caching(), launcher.toString(), "--nonsense").exitCode)
        .isEqualTo(ExitCode.BAD_INPUT);
    Run none = run(Map.of("JAVA_HOME", "/nowhere"), launcher.toString(), "--version");

    assertThat(none.exitCode).isEqualTo(2);
    assertThat(none.stdout).isEmpty();
    assertThat(none.stderr).startsWith("CRITICAL no Java at /nowhere");
  }

  private Run version() throws Exception {
    return run(caching(), launcher.toString(), "--version");
  }

  private Map<String, String> caching() {
    return Map.of("XDG_CACHE_HOME", cache.getParent().toString());
  }

  private Map<String, String> logging() {
    return Map.of(
        "XDG_CACHE_HOME",
        cache.getParent().toString(),
        "JAVA_OPTS",
        "-Xlog:class+load=info:stderr");
  }

  /** What is kept for one jar and one JVM. */
  private Path entry() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.findFirst().orElseThrow();
    }
  }

  private Optional<Path> archive() throws IOException {
    try (Stream<Path> files = Files.list(entry())) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst();
    }
  }

  private Path awaitArchive() throws IOException, InterruptedException {
    try (WatchService watch = cache.getFileSystem().newWatchService()) {
      entry().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (archive().isEmpty()) {
        watch.poll(1, TimeUnit.SECONDS);
      }
    }
    return archive().orElseThrow();
  }

  private Process start(Map<String, String> environment, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.matches("JAVA_OPTS|XDG_.*|TAP_.*"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    builder.redirectError(folder.resolve("stderr").toFile());
    return builder.start();
  }

  private Run run(Map<String, String> environment, String... command) throws Exception {
    Process process = start(environment, command);
    String stdout = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exitCode = process.waitFor();
    return new Run(exitCode, stdout, Files.readString(folder.resolve("stderr")));
  }
}
