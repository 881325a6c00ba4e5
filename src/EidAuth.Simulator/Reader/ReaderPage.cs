using EidAuth.Simulator.Cards;
using Microsoft.AspNetCore.Builder;

namespace EidAuth.Simulator.Reader;

/// <summary>The reader as a web page on loopback: its picture, the cards to insert and pull, the keypad, the display.</summary>
public static class ReaderPage
{
    /// <summary>Builds the page's host; the caller starts and stops it.</summary>
    /// <param name="reader">The reader it shows.</param>
    /// <param name="cards">The cards on the table, made when first inserted.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    public static WebApplication Build(SimulatedReader reader, IReadOnlyDictionary<string, Lazy<SimulatedCard>> cards, int port) =>
        throw new NotImplementedException();
}
