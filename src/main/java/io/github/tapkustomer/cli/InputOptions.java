package io.github.tapkustomer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.config.DotEnv;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.config.SettingsReader;
import io.github.tapkustomer.discovery.Discovery;
import io.github.tapkustomer.discovery.Purpose;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.plan.MaskCheck;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.singer.Catalog;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.singer.SelectionPatterns;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.singer.StateFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that read Kustomer: settings, catalog, patterns and state. */
final class InputOptions {
  private static final Logger LOG = LoggerFactory.getLogger(InputOptions.class);

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "Reads settings from this JSON file; a later file wins over an earlier one. The word ENV"
              + " reads variables such as TAP_KUSTOMER_API_TOKEN, and a file .env; they win over"
              + " files.")
  private List<String> config = new ArrayList<>();

  @Option(
      names = {"--catalog", "-p", "--properties"},
      paramLabel = "FILE",
      description =
          "Reads what this catalog selects. Default: everything that is selected by default.")
  private @Nullable Path catalog;

  @Option(
      names = "--select",
      paramLabel = "PATTERNS",
      split = ",",
      description =
          "Selects streams and fields, or deselects them with ! before the name, for example"
              + " 'customers.*,!messages.preview'. Wins over the catalog.")
  private List<String> select = new ArrayList<>();

  @Option(
      names = {"-s", "--state"},
      paramLabel = "FILE",
      description =
          "Continues from this state, the last STATE of the run before. An empty file means a first"
              + " run.")
  private @Nullable Path state;

  @Option(
      names = "--any-organization",
      description = "Accepts a state that was saved for another organization.")
  private boolean anyOrganization;

  @Option(
      names = "--sandbox",
      description = "Reads a made-up organization inside this program; needs no account.")
  private boolean sandbox;

  @Mixin private SandboxBehavior behavior = new SandboxBehavior();

  /**
   * Opens the organization that the settings name, or the sandbox.
   *
   * @throws TapException of kind BAD_INPUT, with all problems of the settings; also where they mask
   *     what cannot be masked in a built-in stream, which needs no request to find out
   */
  Account open(Surroundings surroundings, List<RequestListener> listeners) {
    if (!sandbox && !behavior.isUsual()) {
      throw TapException.badInput(
          "--misbehave and --without change the sandbox: add --sandbox, or leave them out");
    }
    SettingsReader reader =
        new SettingsReader(surroundings.timer().now(), Version.number(), environment(), LOG::warn);
    Settings settings = sandbox ? reader.readForSandbox(config) : reader.read(sources());
    if (catalog == null) {
      refuseMasks(settings.masks());
    }
    return sandbox
        ? Account.sandbox(settings, behavior.in(SandboxOptions.defaults()), surroundings, listeners)
        : Account.real(settings, surroundings, listeners);
  }

  private void refuseMasks(Masks masks) {
    if (masks.all().isEmpty()) {
      return;
    }
    ObjectNode builtIn = Discovery.builtIn();
    SelectionPatterns.of(select).mark(builtIn);
    MaskCheck check = new MaskCheck(masks);
    String source = "the built-in catalog";
    CatalogStreams.selected(CatalogReader.read(builtIn, source), source).forEach(check::refuse);
  }

  /** A catalog with the patterns applied, and the streams that it selects. */
  record Choice(ObjectNode catalog, List<SelectedStream> streams) {
    Choice {
      streams = List.copyOf(streams);
    }
  }

  /**
   * Greets the organization and finds out what is to be read.
   *
   * @throws TapException of kind BAD_INPUT if a stream does not exist or cannot be masked; where
   *     the catalog was given, before the first request
   */
  Choice choose(Account account) {
    return choose(account, select.isEmpty() ? Purpose.RUN : Purpose.SELECTION);
  }

  /** The same for another purpose. */
  Choice choose(Account account, Purpose purpose) {
    Masks masks = account.settings().masks();
    Optional<Choice> given =
        Optional.ofNullable(catalog)
            .map(file -> choice(CatalogReader.json(file), "catalog " + file, masks));
    account.greet();
    return given.orElseGet(
        () -> choice(account.discover(purpose), "the discovered catalog", masks));
  }

  private Choice choice(ObjectNode whole, String source, Masks masks) {
    SelectionPatterns.of(select).apply(whole);
    Catalog known = CatalogReader.read(whole, source);
    List<SelectedStream> streams = CatalogStreams.selected(known, source);
    MaskCheck check = new MaskCheck(masks);
    streams.forEach(check::refuse);
    check.tellOfUnused(known.streams());
    return new Choice(whole, streams);
  }

  /** Whether records have only the fields that the user chose. */
  boolean choosesFields() {
    return catalog != null || SelectionPatterns.of(select).chooseFields();
  }

  /** Whether the user chose what to read. */
  boolean isSelective() {
    return catalog != null || !select.isEmpty();
  }

  State state() {
    return state == null ? State.empty() : StateFile.read(state);
  }

  /**
   * Marks the state as one of this account's organization.
   *
   * @throws TapException of kind BAD_INPUT if it is another organization's
   */
  void claim(State state, Account account) {
    account
        .organization()
        .ifPresent(
            own -> {
              String other = state.organization().orElse(own);
              if (!anyOrganization && !other.equals(own)) {
                throw TapException.badInput(
                    "the state is from organization %s, but the API key belongs to %s: give the"
                            .formatted(OneLine.quoted(other), own)
                        + " state of that organization, or --any-organization to continue from"
                        + " this one");
              }
              state.setOrganization(own);
            });
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
