package io.github.tapkustomer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.TapException;
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
    ObjectNode catalog = account.discover(true);
    ObjectMapper json =
        new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try {
      json.writeValue(stdout, catalog);
      stdout.write('\n');
      stdout.flush();
    } catch (IOException e) {
      throw TapException.outputClosed("stdout cannot be written: " + e.getMessage(), e);
    }
  }
}
