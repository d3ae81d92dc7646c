package io.github.tapkustomer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.config.DotEnv;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.config.SettingsReader;
import io.github.tapkustomer.discovery.Purpose;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.singer.Quoted;
import io.github.tapkustomer.singer.Selection;
import io.github.tapkustomer.singer.SelectionPatterns;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.singer.StateFile;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import io.github.tapkustomer.sync.SelectedStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that read Kustomer are given: settings, catalog, patterns and state. */
final class InputOptions {
  private static final Logger LOG = LoggerFactory.getLogger(InputOptions.class);

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "Settings, a JSON file; given more than once, later ones win. The word ENV reads"
              + " variables such as TAP_KUSTOMER_API_TOKEN, and a file .env.")
  private List<String> config = new ArrayList<>();

  @Option(
      names = {"--catalog", "-p", "--properties"},
      paramLabel = "FILE",
      description = "What to read; without it, everything that is selected by default.")
  private Path catalog;

  @Option(
      names = "--select",
      paramLabel = "PATTERNS",
      split = ",",
      description =
          "Streams and fields to read, and with ! before them those not to, such as"
              + " 'customers.*,!messages.preview'. Goes over what the catalog selects.")
  private List<String> select = new ArrayList<>();

  @Option(
      names = {"-s", "--state"},
      paramLabel = "FILE",
      description =
          "How far the last run came: the last STATE it wrote. An empty file is a first run.")
  private Path state;

  @Option(
      names = "--sandbox",
      description = "Runs against a made-up organisation inside this program; needs no account.")
  private boolean sandbox;

  @Mixin private SandboxBehavior behavior = new SandboxBehavior();

  /**
   * Opens the organisation that the settings name, or the sandbox.
   *
   * @throws TapException of kind BAD_INPUT, with all that is wrong with the settings
   */
  Account open(List<RequestListener> listeners) {
    if (!sandbox && !behavior.isUsual()) {
      throw TapException.badInput(
          "--misbehave and --without change the sandbox: add --sandbox, or leave them out");
    }
    SettingsReader reader =
        new SettingsReader(Instant.now(), Version.number(), environment(), LOG::warn);
    Settings settings = sandbox ? reader.readForSandbox(config) : reader.read(sources());
    return sandbox
        ? Account.sandbox(settings, behavior.in(SandboxOptions.defaults()), listeners)
        : Account.real(settings, listeners);
  }

  /** The catalog that was given, with the patterns at work on it. */
  Optional<ObjectNode> givenCatalog() {
    return Optional.ofNullable(catalog).map(CatalogReader::json).map(this::selected);
  }

  /** The catalog that was given or else what there is, with the patterns at work on it. */
  ObjectNode catalog(Account account) {
    return catalog(account, select.isEmpty() ? Purpose.RUN : Purpose.SELECTION);
  }

  /** The same for a purpose of its own. */
  ObjectNode catalog(Account account, Purpose purpose) {
    return givenCatalog().orElseGet(() -> selected(account.discover(purpose)));
  }

  /**
   * The streams that the catalog selects.
   *
   * @throws TapException of kind BAD_INPUT where one does not exist
   */
  List<SelectedStream> streams(ObjectNode chosen) {
    String source = catalog == null ? "the discovered catalog" : "catalog " + catalog;
    return CatalogReader.read(chosen, source).selected().stream()
        .map(stream -> defined(stream, source))
        .toList();
  }

  private static SelectedStream defined(CatalogStream stream, String source) {
    StreamDefinition definition = definition(stream, source);
    refuseAbsentKey(stream, definition, source);
    return new SelectedStream(definition, stream);
  }

  /** A target cannot take records that lack a column of their key. */
  private static void refuseAbsentKey(
      CatalogStream stream, StreamDefinition definition, String source) {
    for (String key : stream.keyProperties().orElse(List.of())) {
      if (!stream.schema().path("properties").has(key)
          && !definition.schema().path("properties").has(key)) {
        throw TapException.badInput(
            "%s stream %s has the key %s, which is no column of it; its key is %s"
                .formatted(
                    source,
                    stream.id(),
                    Quoted.of(key),
                    String.join(", ", StreamDefinition.KEY_PROPERTIES)));
      }
    }
  }

  private static StreamDefinition definition(CatalogStream stream, String source) {
    return Streams.find(stream.id())
        .or(
            () ->
                stream
                    .selection()
                    .annotation(List.of(), Selection.KLASS)
                    .map(klass -> Streams.ofKlass(stream.id(), klass)))
        .orElseThrow(
            () ->
                TapException.badInput(
                    "%s selects the stream %s, which does not exist; there are: %s"
                        .formatted(source, stream.id(), names())));
  }

  private static String names() {
    return Streams.ALL.stream().map(StreamDefinition::name).collect(Collectors.joining(", "));
  }

  /** Whether records have the fields that the user chose and no others. */
  boolean choosesFields() {
    return catalog != null || SelectionPatterns.of(select).chooseFields();
  }

  /** Whether something tells what to read. */
  boolean isSelective() {
    return catalog != null || !select.isEmpty();
  }

  State state() {
    return state == null ? State.empty() : StateFile.read(state);
  }

  private ObjectNode selected(ObjectNode whole) {
    SelectionPatterns.of(select).apply(whole);
    return whole;
  }

  private Map<String, String> environment() {
    return config.contains(SettingsReader.ENVIRONMENT)
        ? DotEnv.below(System.getenv(), Path.of(".env"), LOG::warn)
        : System.getenv();
  }

  private List<String> sources() {
    if (config.isEmpty()) {
      throw TapException.badInput("no settings: give --config FILE, --config ENV or --sandbox");
    }
    return config;
  }
}
