import type { TaskId } from './task.js'

export const PYTHON: Partial<Record<TaskId, string>> = {
  'reverse-string': `def reverse(text: str) -> str:
    return text[::-1]


print(reverse("stressed"))  # desserts`,
  fibonacci: `def fibonacci(count: int) -> list[int]:
    numbers = []
    a, b = 0, 1
    for _ in range(count):
        numbers.append(a)
        a, b = b, a + b
    return numbers


print(fibonacci(10))  # [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]`,
  factorial: `def factorial(n: int) -> int:
    if n < 0:
        raise ValueError("n must not be negative")
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    return product


print(factorial(5))  # 120`,
  'sort-list': `numbers = [5, 2, 9, 1]
print(sorted(numbers))  # [1, 2, 5, 9]


def quicksort(items: list) -> list:
    if len(items) < 2:
        return items
    pivot = items[len(items) // 2]
    return (
        quicksort([x for x in items if x < pivot])
        + [x for x in items if x == pivot]
        + quicksort([x for x in items if x > pivot])
    )


print(quicksort(numbers))  # [1, 2, 5, 9]`,
  'prime-test': `from math import isqrt


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    return all(n % divisor for divisor in range(2, isqrt(n) + 1))


print([n for n in range(20) if is_prime(n)])  # [2, 3, 5, 7, 11, 13, 17, 19]`,
  fizzbuzz: `def fizzbuzz(limit: int) -> list[str]:
    lines = []
    for k in range(1, limit + 1):
        word = "Fizz" * (k % 3 == 0) + "Buzz" * (k % 5 == 0)
        lines.append(word or str(k))
    return lines


print("\\n".join(fizzbuzz(15)))`,
  palindrome: `def is_palindrome(text: str) -> bool:
    letters = [c for c in text.casefold() if c.isalnum()]
    return letters == letters[::-1]


print(is_palindrome("A man, a plan, a canal: Panama"))  # True`,
  'read-csv': `import csv
from pathlib import Path


def read_rows(path: str) -> list[dict[str, str]]:
    with Path(path).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


for row in read_rows("data.csv"):
    print(row)`,
  'http-request': `import json
from urllib.request import urlopen


def get_json(url: str) -> object:
    with urlopen(url, timeout=10) as response:  # raises for 4xx and 5xx
        return json.load(response)


print(get_json("https://api.example.com/items"))`,
  debounce: `import threading


def debounce(wait: float):
    def decorate(function):
        timer = None

        def call(*args, **kwargs):
            nonlocal timer
            if timer:
                timer.cancel()
            timer = threading.Timer(wait, function, args, kwargs)
            timer.start()

        return call

    return decorate


@debounce(0.3)
def search(text: str) -> None:
    print("searching for", text)`,
  'binary-search': `def binary_search(items: list, target) -> int:
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == target:
            return middle
        if items[middle] < target:
            low = middle + 1
        else:
            high = middle - 1
    return -1


print(binary_search([1, 3, 5, 7, 9], 7))  # 3`,
  'count-words': `import re
from collections import Counter


def count_words(text: str) -> Counter:
    return Counter(re.findall(r"\\w+", text.lower()))


print(count_words("to be or not to be").most_common(2))  # [('to', 2), ('be', 2)]`,
  'merge-intervals': `def merge(intervals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


assert merge([]) == []
assert merge([(5, 8), (1, 3), (2, 4)]) == [(1, 4), (5, 8)]
assert merge([(1, 2), (2, 3)]) == [(1, 3)]
print("all tests pass")`,
}
