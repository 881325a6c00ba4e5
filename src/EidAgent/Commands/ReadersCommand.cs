using System.CommandLine;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Commands;

/// <summary><c>readers</c>: lists the readers and what is in them. Sends a Belgian card nothing that costs a PIN try, and other cards nothing at all.</summary>
internal static class ReadersCommand
{
    public static Command Create()
    {
        var command = new Command("readers", "Lists the card readers and whether a Belgian eID card is in one.");
        command.SetAction(_ => List(new PcscResourceManager(), Console.Out, Console.Error));
        return command;
    }

    internal static int List(IResourceManager readers, TextWriter output, TextWriter errors)
    {
        try
        {
            var found = readers.ListReaders();
            foreach (var reader in found)
            {
                output.WriteLine($"{Printable(reader.Name)}: {Content(readers, reader)}");
            }

            if (found.Count == 0)
            {
                output.WriteLine("No card reader is connected.");
            }

            return 0;
        }
        catch (CardException exception) when (exception.Fault == CardFault.ServiceUnavailable)
        {
            errors.WriteLine("The smart card service does not answer. On Linux, start it with: systemctl start pcscd.socket");
            return 1;
        }
    }

    private static string Content(IResourceManager readers, ReaderState reader)
    {
        switch (reader.Presence)
        {
            case CardPresence.Empty:
                return "no card";
            case CardPresence.Mute:
                return "a card that does not answer";
        }

        try
        {
            using var session = BelpicSession.Open(readers.Connect(reader.Name));
            var keypad = session.HasPinPad ? ", PIN on the reader's keypad" : "";
            return $"Belgian eID card, applet {(int)session.Applet >> 4}.{(int)session.Applet & 0x0F}{keypad}";
        }
        catch (CardException exception)
        {
            return exception.Fault == CardFault.NotBelgian ? "a card that is no Belgian eID card" : $"a card that cannot be used now ({exception.Fault})";
        }
    }

    // The name comes from a device.
    private static string Printable(string name) => new([.. name.Select(letter => char.IsControl(letter) ? '?' : letter)]);
}
