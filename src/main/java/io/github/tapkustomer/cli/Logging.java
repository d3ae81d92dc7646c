package io.github.tapkustomer.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Logs go to stderr as Singer's tools read them: {@code INFO text}, and {@code CRITICAL text} for
 * what ends the run. In code, since reading a configuration file takes longer than {@code --help}.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  /** Marks the line that tells why the run ended. */
  static final Marker CRITICAL = MarkerFactory.getMarker("CRITICAL");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Layout layout = new Layout();
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
    stderr.setContext(context);
    stderr.setTarget("System.err");
    stderr.setEncoder(encoder);
    stderr.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(stderr);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static final class Layout extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
      boolean critical = event.getMarkerList() != null && event.getMarkerList().contains(CRITICAL);
      String level = critical ? "CRITICAL" : event.getLevel().toString();
      String line = level + " " + event.getFormattedMessage() + "\n";
      return event.getThrowableProxy() == null
          ? line
          : line + ThrowableProxyUtil.asString(event.getThrowableProxy()) + "\n";
    }
  }
}
