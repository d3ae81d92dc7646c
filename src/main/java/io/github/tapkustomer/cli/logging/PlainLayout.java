package io.github.tapkustomer.cli.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;

/** {@code LEVEL text}, with the stack trace of a bug below it. */
final class PlainLayout extends LayoutBase<ILoggingEvent> {
  @Override
  public String doLayout(ILoggingEvent event) {
    String line = Logging.level(event) + " " + event.getFormattedMessage() + "\n";
    return event.getThrowableProxy() == null
        ? line
        : line + ThrowableProxyUtil.asString(event.getThrowableProxy()) + "\n";
  }
}
