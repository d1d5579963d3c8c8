import type { TaskId } from './task.js'

export const GO: Partial<Record<TaskId, string>> = {
  'reverse-string': `package main

import (
	"fmt"
	"slices"
)

func reverse(text string) string {
	runes := []rune(text)
	slices.Reverse(runes)
	return string(runes)
}

func main() { fmt.Println(reverse("stressed")) } // desserts`,
  fibonacci: `package main

import "fmt"

func fibonacci(count int) []int {
	numbers := make([]int, 0, count)
	for a, b := 0, 1; len(numbers) < count; a, b = b, a+b {
		numbers = append(numbers, a)
	}
	return numbers
}

func main() { fmt.Println(fibonacci(10)) } // [0 1 1 2 3 5 8 13 21 34]`,
  factorial: `package main

import (
	"fmt"
	"math/big"
)

func factorial(n int64) *big.Int {
	return new(big.Int).MulRange(1, n)
}

func main() { fmt.Println(factorial(5)) } // 120`,
  'sort-list': `package main

import (
	"fmt"
	"slices"
)

func main() {
	numbers := []int{5, 2, 9, 1}
	slices.Sort(numbers) // in place
	fmt.Println(numbers) // [1 2 5 9]
}`,
  'prime-test': `package main

import "fmt"

func isPrime(n int) bool {
	if n < 2 {
		return false
	}
	for divisor := 2; divisor*divisor <= n; divisor++ {
		if n%divisor == 0 {
			return false
		}
	}
	return true
}

func main() { fmt.Println(isPrime(17), isPrime(21)) } // true false`,
  fizzbuzz: `package main

import "fmt"

func main() {
	for k := 1; k <= 15; k++ {
		switch {
		case k%15 == 0:
			fmt.Println("FizzBuzz")
		case k%3 == 0:
			fmt.Println("Fizz")
		case k%5 == 0:
			fmt.Println("Buzz")
		default:
			fmt.Println(k)
		}
	}
}`,
  palindrome: `package main

import (
	"fmt"
	"slices"
	"unicode"
)

func isPalindrome(text string) bool {
	var letters []rune
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, unicode.ToLower(r))
		}
	}
	mirrored := slices.Clone(letters)
	slices.Reverse(mirrored)
	return slices.Equal(letters, mirrored)
}

func main() { fmt.Println(isPalindrome("A man, a plan, a canal: Panama")) } // true`,
  'read-csv': `package main

import (
	"encoding/csv"
	"fmt"
	"log"
	"os"
)

func main() {
	file, err := os.Open("data.csv")
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rows)
}`,
  'http-request': `package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"time"
)

func main() {
	client := http.Client{Timeout: 10 * time.Second}
	response, err := client.Get("https://api.example.com/items")
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		log.Fatal(response.Status)
	}
	body, err := io.ReadAll(response.Body)
	fmt.Println(string(body), err)
}`,
  'binary-search': `package main

import (
	"fmt"
	"slices"
)

func main() {
	index, found := slices.BinarySearch([]int{1, 3, 5, 7, 9}, 7)
	fmt.Println(index, found) // 3 true
}`,
  'count-words': `package main

import (
	"fmt"
	"strings"
)

func countWords(text string) map[string]int {
	counts := map[string]int{}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		counts[word]++
	}
	return counts
}

func main() { fmt.Println(countWords("to be or not to be")) } // map[be:2 not:1 or:1 to:2]`,
  'merge-intervals': `package main

import (
	"fmt"
	"slices"
)

func merge(intervals [][2]int) [][2]int {
	sorted := slices.Clone(intervals)
	slices.SortFunc(sorted, func(a, b [2]int) int { return a[0] - b[0] })
	var merged [][2]int
	for _, next := range sorted {
		if last := len(merged) - 1; last >= 0 && next[0] <= merged[last][1] {
			merged[last][1] = max(merged[last][1], next[1])
		} else {
			merged = append(merged, next)
		}
	}
	return merged
}

func main() { fmt.Println(merge([][2]int{{5, 8}, {1, 3}, {2, 4}})) } // [[1 4] [5 8]]`,
}
