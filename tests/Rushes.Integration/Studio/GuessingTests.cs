using System.Net;

namespace Rushes.Integration.Studio;

/// <summary>Somebody guesses the password.</summary>
public sealed class GuessingTests(OpenToOthers studio) : IClassFixture<OpenToOthers>
{
    [Fact]
    public async Task Fifty_wrong_passwords_are_mostly_not_even_tried_and_the_right_one_has_to_wait_too()
    {
        using var guesser = studio.NewClient();
        List<HttpStatusCode> answers = [];
        for (var guess = 0; guess < 50; guess++)
        {
            using var answer = await SignInTests.SignInAsync(guesser, $"wrong horse {guess}", "/");
            Assert.DoesNotContain(answer.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(value => value.StartsWith("rushes-session=", StringComparison.Ordinal)));
            answers.Add(answer.StatusCode);
        }

        Assert.All(answers.Take(5), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer));
        Assert.True(answers.Count(answer => answer == HttpStatusCode.TooManyRequests) >= 40, string.Join(' ', answers));
        using var right = await SignInTests.SignInAsync(guesser, OpenToOthers.Password, "/");
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.True(right.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }
}
