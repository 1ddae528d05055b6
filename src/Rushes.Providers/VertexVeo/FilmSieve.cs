using System.Security.Cryptography;
using System.Text.Json;
using Rushes.Providers.Http;

namespace Rushes.Providers.VertexVeo;

/// <summary>
/// Reads JSON in which a whole film may lie as one base64 text, tens of megabytes long, without ever holding the film: any text longer than a word has
/// reason to be goes to a file as it comes, and the rest is read as usual with an empty text in its place.
/// </summary>
internal sealed class FilmSieve : IDisposable
{
    /// <summary>Bytes; a longer text is the film.</summary>
    private const int LongestWord = 32 * 1024;

    private const int BufferSize = 64 * 1024;
    private readonly Func<Stream>? _open;
    private readonly MemoryStream _rest = new();
    private readonly FromBase64Transform _base64 = new(FromBase64TransformMode.IgnoreWhiteSpaces);
    private Place _place = Place.Between;
    private CryptoStream? _film;
    private long _wordStart;
    private int _hexDigits;
    private int _character;
    private bool _escaped;

    private FilmSieve(Func<Stream>? open) => _open = open;

    private enum Place
    {
        Between,
        Word,

        /// <summary>The first long text.</summary>
        Film,

        /// <summary>A further long text, which nobody asked for.</summary>
        Spare,
    }

    /// <summary>Reads to the end and brings the first film home.</summary>
    /// <param name="open">Opens the file, once a film has begun; disposed here.</param>
    /// <exception cref="FormatException">The long text is no base64.</exception>
    public static Task<Sieved> TakeAsync(Stream json, Func<Stream> open, CancellationToken cancellation) => ReadAsync(json, open, cancellation);

    /// <summary>Reads no further than to where a film begins.</summary>
    public static Task<Sieved> LookAsync(Stream json, CancellationToken cancellation) => ReadAsync(json, null, cancellation);

    public void Dispose()
    {
        _film?.Dispose();
        _base64.Dispose();
        _rest.Dispose();
    }

    private static async Task<Sieved> ReadAsync(Stream json, Func<Stream>? open, CancellationToken cancellation)
    {
        using var sieve = new FilmSieve(open);
        var buffer = new byte[BufferSize];
        while (await json.ReadAsync(buffer, cancellation) is var read and > 0)
        {
            sieve.Pass(buffer.AsSpan(0, read));
            if (open is null && sieve._place == Place.Spare)
                return new(default, HasFilm: true);
        }

        return new(JsonFacts.Parse(System.Text.Encoding.UTF8.GetString(sieve._rest.GetBuffer(), 0, (int)sieve._rest.Length)), sieve._film is not null);
    }

    private void Pass(ReadOnlySpan<byte> chunk)
    {
        while (!chunk.IsEmpty)
        {
            chunk = _place switch
            {
                Place.Between => PassBetween(chunk),
                Place.Word => PassWord(chunk),
                _ => PassFilm(chunk),
            };
        }
    }

    private ReadOnlySpan<byte> PassBetween(ReadOnlySpan<byte> chunk)
    {
        var quote = chunk.IndexOf((byte)'"');
        var taken = quote < 0 ? chunk.Length : quote + 1;
        _rest.Write(chunk[..taken]);
        if (quote >= 0)
            (_place, _wordStart, _escaped) = (Place.Word, _rest.Length, false);
        return chunk[taken..];
    }

    private ReadOnlySpan<byte> PassWord(ReadOnlySpan<byte> chunk)
    {
        for (var i = 0; i < chunk.Length; i++)
        {
            _rest.WriteByte(chunk[i]);
            if (_escaped)
            {
                _escaped = false;
            }
            else if (chunk[i] == '\\')
            {
                _escaped = true;
            }
            else if (chunk[i] == '"')
            {
                _place = Place.Between;
                return chunk[(i + 1)..];
            }

            if (_rest.Length - _wordStart > LongestWord)
            {
                BeginFilm();
                return chunk[(i + 1)..];
            }
        }

        return [];
    }

    /// <summary>What looked like a word so far is the beginning of a film.</summary>
    private void BeginFilm()
    {
        var begun = _rest.GetBuffer().AsSpan((int)_wordStart, (int)(_rest.Length - _wordStart)).ToArray();
        _rest.SetLength(_wordStart);
        (_escaped, _hexDigits) = (false, 0);
        if (_open is null || _film is not null)
        {
            _place = Place.Spare;
        }
        else
        {
            _place = Place.Film;
            _film = new CryptoStream(_open(), _base64, CryptoStreamMode.Write);
        }

        PassFilm(begun);
    }

    /// <summary>Google's writers escape the slash and the equals sign of base64 at times.</summary>
    private ReadOnlySpan<byte> PassFilm(ReadOnlySpan<byte> chunk)
    {
        while (!chunk.IsEmpty)
        {
            if (_hexDigits > 0)
            {
                _character = (_character << 4) | Convert.FromHexString([(char)'0', (char)chunk[0]])[0];
                if (--_hexDigits == 0)
                    Film([(byte)_character]);
                chunk = chunk[1..];
            }
            else if (_escaped)
            {
                _escaped = false;
                if (chunk[0] == 'u')
                    (_hexDigits, _character) = (4, 0);
                else if (chunk[0] == '/')
                    Film("/"u8);
                chunk = chunk[1..];
            }
            else
            {
                var end = chunk.IndexOfAny((byte)'"', (byte)'\\');
                Film(end < 0 ? chunk : chunk[..end]);
                if (end < 0)
                    return [];
                if (chunk[end] == '"')
                {
                    EndFilm();
                    return chunk[(end + 1)..];
                }

                _escaped = true;
                chunk = chunk[(end + 1)..];
            }
        }

        return chunk;
    }

    private void Film(ReadOnlySpan<byte> base64)
    {
        if (_place == Place.Film && !base64.IsEmpty)
            _film!.Write(base64);
    }

    private void EndFilm()
    {
        if (_place == Place.Film)
            _film!.FlushFinalBlock();
        _rest.WriteByte((byte)'"');
        _place = Place.Between;
    }
}
