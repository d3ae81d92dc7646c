package io.github.tapkustomer.stats;

/**
 * How long a stream waited, by cause; threads that wait at the same time count once.
 *
 * @param budgetSeconds for room in the API's budgets
 * @param retrySeconds before failed requests were repeated
 * @param targetSeconds for the target, which reads stdout
 */
public record WaitingTimes(double budgetSeconds, double retrySeconds, double targetSeconds) {}
