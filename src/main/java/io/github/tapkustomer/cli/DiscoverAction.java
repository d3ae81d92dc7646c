package io.github.tapkustomer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.discovery.CatalogBuilder;
import io.github.tapkustomer.stream.Streams;
import java.io.IOException;
import java.io.OutputStream;

/** {@code --discover}: the catalog, to stdout. */
final class DiscoverAction {
  private final Account account;
  private final OutputStream stdout;

  DiscoverAction(Account account, OutputStream stdout) {
    this.account = account;
    this.stdout = stdout;
  }

  void run() {
    account.greet();
    CatalogBuilder catalog = new CatalogBuilder();
    Streams.ALL.forEach(catalog::add);
    ObjectMapper json =
        new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try {
      json.writeValue(stdout, catalog.build());
      stdout.write('\n');
      stdout.flush();
    } catch (IOException e) {
      throw TapException.outputClosed("stdout cannot be written: " + e.getMessage(), e);
    }
  }
}
