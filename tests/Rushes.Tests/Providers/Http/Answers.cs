using System.Net;
using Rushes.Providers.Http;

namespace Rushes.Tests.Providers.Http;

/// <summary>Answers as a wire would have brought them.</summary>
internal static class Answers
{
    public static WireAnswer.Answered Of(int status, string body, TimeSpan? retryAfter = null) =>
        new((HttpStatusCode)status, body, retryAfter, new Dictionary<string, string>(StringComparer.Ordinal));
}
