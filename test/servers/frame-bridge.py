"""Carries Ethernet frames between a network interface and the standard streams, a line of hex each.

usage: frame-bridge.py INTERFACE

A line on standard input is sent as a frame; each IPv4 frame that arrives is printed. An empty line asks whether
anything is still on its way: it is answered with an empty line, after every frame that had arrived before it.
"""
import os
import select
import socket
import sys

ETHERTYPE_IPV4 = 0x0800


def print_arrived(link):
    while True:
        try:
            frame, (_, _, direction, *_) = link.recvfrom(65535)
        except BlockingIOError:
            return
        if direction != socket.PACKET_OUTGOING:
            print(frame.hex())


def main(interface):
    link = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETHERTYPE_IPV4))
    link.bind((interface, 0))
    link.setblocking(False)
    print("ready", flush=True)
    pending = b""
    while True:
        readable, _, _ = select.select([link, sys.stdin], [], [])
        try:
            print_arrived(link)
        except OSError:
            if os.read(sys.stdin.fileno(), 1):
                raise
            return  # the cable went because whoever laid it has ended
        if sys.stdin in readable:
            read = os.read(sys.stdin.fileno(), 65536)
            if not read:
                return
            *lines, pending = (pending + read).split(b"\n")
            for line in lines:
                if line:
                    link.send(bytes.fromhex(line.decode()))
                else:
                    print_arrived(link)
                    print()
        sys.stdout.flush()


main(sys.argv[1])
